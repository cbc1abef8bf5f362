import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


def compute_a_and_b(x):
    a = x + 1.0
    b = x * 2.0
    return a, b


@tf.function(input_signature=[x_spec])
def compute_fetches(x):
    a, b = compute_a_and_b(x)
    return [a, b]


@tf.function(input_signature=[x_spec])
def evaluate(x):
    fetches = compute_fetches(x)
    return tuple(fetches)


@tf.function(input_signature=[x_spec])
def named(x):
    a, b = compute_a_and_b(x)
    return {"a": a, "b": b}


p, q = [value.numpy() for value in compute_fetches(3.0)]
out = tf.nest.map_structure(lambda value: value.numpy(), named(3.0))
print(p, q, out["a"], sorted(out), type(tuple(value.numpy() for value in evaluate(3.0))).__name__)
