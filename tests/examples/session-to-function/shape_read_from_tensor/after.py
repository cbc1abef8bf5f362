import tensorflow as tf

x_spec = tf.TensorSpec([None, 3], tf.float32)


@tf.function(input_signature=[x_spec])
def h(x):
    return tf.square(x)


width = 3
names = ["column %d" % number for number in range(width)]

print(names, h([[1.0, 2.0, 3.0]]).numpy())
