import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
h_layers = [tf.keras.layers.Dense(units) for units in [3, 4, 1]]


@tf.function(input_signature=[x_spec])
def h(x):
    h = x
    for h_layer in h_layers:
        h = h_layer(h)
    return h


print(h([[1.0, 2.0]]).numpy())
