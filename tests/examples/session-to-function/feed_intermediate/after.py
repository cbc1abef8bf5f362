import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def out(x):
    hidden = tf.square(x)
    return hidden + 1.0


@tf.function(input_signature=[tf.TensorSpec(None, tf.float32)])
def out_2(hidden):
    return hidden + 1.0


print(out([2.0]).numpy())
print(out_2([10.0]).numpy())
