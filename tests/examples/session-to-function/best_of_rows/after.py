import tensorflow as tf

x_spec = tf.TensorSpec([None, 3], tf.float32)


@tf.function(input_signature=[x_spec])
def compute_best(x):
    return tf.nn.top_k(x, 2)


@tf.function(input_signature=[x_spec])
def evaluate(x):
    best = compute_best(x)
    second = best.indices[:, 1]
    most, _ = tf.nn.top_k(x, 1)
    return best.values, second, most


print(tf.nest.map_structure(lambda value: value.numpy(), compute_best([[1.0, 3.0, 2.0]])))
print([value.numpy() for value in evaluate([[1.0, 3.0, 2.0]])])
found = tf.nest.map_structure(lambda value: value.numpy(), compute_best([[4.0, 3.0, 2.0]]))
print(found.indices, found.values)
