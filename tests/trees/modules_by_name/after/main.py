import numpy as np
import tensorflow as tf
import ops as layers
from lib import act

x_spec = tf.TensorSpec([None, 3], tf.float32)
dense = layers.Dense(3, 2, 'out')
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        out = act.leaky(dense(x))
        loss = layers.squared(out) + layers.STDDEV
    variables = dense.trainable_variables
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


for step in range(3):
    cost = train_step(np.ones([4, 3])).numpy()
    print(step, cost)
