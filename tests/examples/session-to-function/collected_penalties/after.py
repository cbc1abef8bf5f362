import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
regularizer = tf.keras.regularizers.L2(0.05)
y_layer = tf.keras.layers.Dense(1, kernel_regularizer=regularizer)
w = tf.Variable(tf.keras.initializers.GlorotUniform()([1, 1]), name="w")
v = tf.Variable(tf.keras.initializers.GlorotUniform()([1, 1]), name="v")


@tf.function(input_signature=[x_spec])
def loss(x):
    y = y_layer(x)
    return tf.reduce_mean(tf.matmul(y, w + v)) + tf.add_n([
        *y_layer.losses,
        0.3 * tf.reduce_sum(tf.abs(w)),
        regularizer(v),
    ])


loss = loss.get_concrete_function()


print(loss([[1.0, 2.0]]).numpy())
