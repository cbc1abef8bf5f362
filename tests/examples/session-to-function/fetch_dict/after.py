import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def total_and_mean(x):
    total = tf.reduce_sum(x)
    mean = tf.reduce_mean(x)
    return {"total": total, "mean": mean}


found = tf.nest.map_structure(lambda value: value.numpy(), total_and_mean([1.0, 2.0, 6.0]))
print(found["total"], found["mean"])
