import tensorflow as tf

a_spec = tf.TensorSpec([None, 2], tf.float32)
b_spec = tf.TensorSpec([None, 2], tf.float32)
first_layer = tf.keras.layers.Dense(3, kernel_initializer=tf.keras.initializers.Ones(), name="shared")


@tf.function(input_signature=[a_spec, b_spec])
def distance(a, b):
    first = first_layer(a)
    second = first_layer(b)
    return tf.reduce_sum(tf.abs(first - second))


print(distance([[1.0, 2.0]], [[3.0, 5.0]]).numpy())
