"""The penalty reaches a variable that nothing else in the loss reads: it is trained too."""
import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable(tf.ones([2, 1]))
other = tf.Variable([3.0])
fixed = tf.Variable([1.0], trainable=False)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w))) + 0.1 * tf.add_n([tf.nn.l2_loss(v) for v in [w, other]])
    variables = [w, other]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step(np.ones([3, 2]))
print([w.numpy(), other.numpy(), fixed.numpy()])
