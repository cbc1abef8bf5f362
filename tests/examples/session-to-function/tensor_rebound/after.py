import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def compute_h(x):
    h = x + 1.0
    h = tf.nn.relu(h)
    return h * 2.0


@tf.function(input_signature=[x_spec])
def out(x):
    h = compute_h(x)
    return tf.reduce_sum(h)


print(out([-3.0, 1.0]).numpy(), compute_h([1.0]).numpy())
