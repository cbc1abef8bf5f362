import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def total(x):
    total = tf.reduce_sum(x, name="""the
    sum""".replace("\n", "").replace(" ", "_"))
    return total


print("""The total of
    the numbers
  is %s""" % total([1.0]).numpy())
