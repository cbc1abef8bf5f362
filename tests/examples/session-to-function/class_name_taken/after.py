import tensorflow as tf


class Dense(object):
    pass


class Dense_2:
    def __init__(self, name):
        self.w = tf.Variable(tf.keras.initializers.GlorotUniform()([2, 2]), name="W_%s" % name)
        self.b = tf.Variable(tf.zeros([2]), name=name + "_b")

    def __call__(self, inputs):
        return tf.matmul(inputs, self.w) + self.b


x_spec = tf.TensorSpec([None, 2], tf.float32)
h_dense = Dense_2("first")
y_dense = Dense_2(name="second")


@tf.function(input_signature=[x_spec])
def y(x):
    h = h_dense(x)
    return y_dense(h)


print(y([[1.0, 2.0]]).numpy())
