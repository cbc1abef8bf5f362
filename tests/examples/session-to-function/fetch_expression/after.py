import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
w = tf.constant(3.0)


def compute_scaled(x):
    return w * x


@tf.function(input_signature=[x_spec])
def evaluate(x):
    scaled = compute_scaled(x)
    return scaled + 1.0


evaluate = evaluate.get_concrete_function()


@tf.function(input_signature=[x_spec])
def evaluate_2(x):
    scaled = compute_scaled(x)
    return tf.reduce_sum(scaled)


evaluate_2 = evaluate_2.get_concrete_function()


print(evaluate([1.0]).numpy(), evaluate_2([1.0, 2.0]).numpy())
