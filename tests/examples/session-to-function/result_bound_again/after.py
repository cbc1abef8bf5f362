import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
w_variable = tf.Variable(2.0)


@tf.function(input_signature=[x_spec])
def y(x):
    return x * w_variable


optimizer = tf.keras.optimizers.SGD(0.1)

w = w_variable.numpy()
w = w + 1
print(w)
print(y([4.0]).numpy())
