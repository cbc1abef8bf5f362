import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
y_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec, y_spec])
def loss(x, y):
    return tf.reduce_mean(tf.square(x - y))


loss = loss.get_concrete_function()


for step in range(3):
    print(step, loss([float(step)], [1.0]).numpy())
