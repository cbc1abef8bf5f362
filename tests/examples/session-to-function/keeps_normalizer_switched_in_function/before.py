import tensorflow as tf
from tensorflow.contrib.layers import batch_norm, fully_connected


def layer(inputs, training):
    params = {"is_training": training, "updates_collections": None}
    return fully_connected(inputs, 3, normalizer_fn=batch_norm, normalizer_params=params, scope="layer")


x = tf.placeholder(tf.float32, [None, 2])
is_training = tf.placeholder(tf.bool)
y = layer(x, is_training)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]], is_training: True}))
