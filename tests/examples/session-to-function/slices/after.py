import tensorflow as tf

x_spec = tf.TensorSpec([None, 4], tf.float32)


@tf.function(input_signature=[x_spec])
def evaluate(x):
    a = x[:, 1:3]
    b = x[..., tf.newaxis]
    c = x[0, -1]
    return a, b, c


r = [value.numpy() for value in evaluate([[1.0, 2.0, 3.0, 4.0]])]
print(r[0], r[1].shape, r[2])
