import tensorflow as tf

small = tf.keras.initializers.TruncatedNormal(stddev=0.1)
once = tf.keras.initializers.RandomNormal(stddev=1.0)
zeros = tf.keras.initializers.Zeros()
x_spec = tf.TensorSpec([None, 2], tf.float32)
a = tf.Variable(small.clone()([2, 2]), name="a")
b = tf.Variable(small.clone()([2, 2]), name="b")
c = tf.Variable(once([2, 2]), name="c")
d = tf.Variable(zeros([2]), name="d")
e = tf.Variable(zeros([2]), name="e")
h_layer = tf.keras.layers.Dense(2, kernel_initializer=small.clone())


@tf.function(input_signature=[x_spec])
def y(x):
    h = h_layer(tf.matmul(x, a))
    return tf.matmul(tf.matmul(h, b) + d, c) + e


y = y.get_concrete_function()


print(y([[1.0, 2.0]]).numpy())
