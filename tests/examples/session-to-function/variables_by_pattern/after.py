import re

import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable(tf.ones([2, 1]), name="weights")
b = tf.Variable(tf.zeros([1]), name="bias")
chosen = [v for v in [w, b] if re.match("w.*", v.name)]
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.matmul(x, w) + b)
    gradients = tape.gradient(loss, chosen)
    optimizer.apply_gradients(zip(gradients, chosen))
    return loss


print([None, train_step([[1.0, 2.0]]).numpy()])
