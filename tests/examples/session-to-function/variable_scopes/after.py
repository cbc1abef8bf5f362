import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)

# the weights of the encoder
w = tf.Variable(tf.ones([2, 2]), name="encoder/w")
b = tf.Variable(tf.zeros([2]), name="encoder/inner/b")
v = tf.Variable(tf.ones([2, 2]), name="decoder/w")


@tf.function(input_signature=[x_spec])
def restored(x):
    code = tf.matmul(x, w) + b
    return tf.matmul(code, v)


print(restored([[1.0, 2.0]]).numpy())
