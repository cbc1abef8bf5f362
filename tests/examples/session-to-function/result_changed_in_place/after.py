import tensorflow as tf

x_spec = tf.TensorSpec([2], tf.float32)
w = tf.Variable([1.0, 2.0])


@tf.function(input_signature=[x_spec])
def y(x):
    return x + 1.0


v = y([1.0, 2.0]).numpy()
v[0] = 7.0
u = w.numpy()
u[0] = 9.0
u += 1
print(v, u, w.numpy())
