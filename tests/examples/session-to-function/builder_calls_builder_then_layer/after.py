import tensorflow as tf

x_spec = tf.TensorSpec([None, 4], tf.float32)


class Middle:
    def __init__(self):
        self.k = tf.Variable(tf.ones([4, 4]), name="k")

    def __call__(self, h):
        return tf.matmul(h, self.k)


class Net:
    def __init__(self):
        self.first = tf.keras.layers.Dense(4, kernel_initializer=tf.keras.initializers.Ones(), name="first")
        self.middle = Middle()
        self.dense = tf.keras.layers.Dense(4, kernel_initializer=tf.keras.initializers.Ones(), name="last")

    def __call__(self, h):
        h = self.first(h)
        h = self.middle(h)
        return self.dense(h)


net = Net()


@tf.function(input_signature=[x_spec])
def y(x):
    return net(x)


print(y([[1.0] * 4]).numpy())
