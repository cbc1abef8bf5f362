import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def mean(x):
    total = tf.reduce_sum(x)
    total = tf.raw_ops.Print(input=total, data=[total, x], message="total: ", summarize=5)  # to see what comes in
    return total / tf.cast(tf.size(x), tf.float32)


print(mean([1.0, 2.0, 4.5]).numpy())


@tf.function(input_signature=[x_spec])
def x_2(x):
    return x


print(x_2([1.0]).numpy())
