import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def evaluate(x):
    total = tf.reduce_sum(x)
    mean = tf.reduce_mean(x)
    largest = tf.reduce_max(x)
    return {"sums": [total, mean], "peak": (largest,)}


found = tf.nest.map_structure(lambda value: value.numpy(), evaluate([1.0, 2.0, 6.0]))
print(found["sums"][1], found["peak"][0])
