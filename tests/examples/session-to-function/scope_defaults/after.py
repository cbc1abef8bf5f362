import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
small = tf.keras.initializers.RandomNormal(stddev=0.1)
w = tf.Variable(small.clone()([2, 3]), name="net/w")
b = tf.Variable(tf.zeros([3]), name="net/inner/b")
c = tf.Variable(tf.ones([3]), name="net/inner/c")
y_layer = tf.keras.layers.Dense(
    1,
    use_bias=False,
    kernel_initializer=small.clone(),
    kernel_regularizer=tf.keras.regularizers.L2(0.05),
    name="net_dense",
)


@tf.function(input_signature=[x_spec])
def loss(x):
    y = y_layer(tf.matmul(x, w) + b * c)
    return tf.reduce_mean(y) + tf.add_n([
        0.1 * tf.nn.l2_loss(w),
        0.1 * tf.nn.l2_loss(b),
        0.1 * tf.nn.l2_loss(c),
        *y_layer.losses,
    ])


loss = loss.get_concrete_function()


print(loss([[1.0, 2.0]]).numpy())
