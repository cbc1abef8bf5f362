import tensorflow as tf

count_spec = tf.TensorSpec([None], tf.int32)
switch_spec = tf.TensorSpec([], tf.bool)


@tf.function(input_signature=[count_spec])
def doubled(count):
    return count * 2


@tf.function(input_signature=[switch_spec])
def chosen(switch):
    return tf.raw_ops.Select(condition=switch, x=1.0, y=2.0)


floats = [1.0, 2.9]
numbers = [1, 2]
flag = 1
print(doubled(tf.cast(floats, tf.int32)).numpy(), doubled([3, 4]).numpy())
print(doubled(numbers).numpy(), chosen(tf.cast(flag, tf.bool)).numpy())
