import tensorflow as tf

x_spec = tf.TensorSpec([None, 3], tf.float32)
w = tf.Variable(tf.ones([3, 2]))
width = w.get_shape().as_list()[1]


@tf.function(input_signature=[x_spec])
def y(x):
    return tf.reshape(tf.matmul(x, w), [-1, width])


y = y.get_concrete_function()


print(width, y([[1.0, 2.0, 3.0]]).numpy())
