import numpy as np
import tensorflow as tf
from networks import Predict

size = 5
x_spec = tf.TensorSpec([None, 4, 2], tf.float32)
w = tf.Variable(tf.ones([size, 1]))
predict = Predict(size)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        y = predict(x, w)
        loss = tf.reduce_mean(tf.square(y - 1.))
    variables = [w, *predict.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


for step in range(3):
    cost = train_step(np.ones([3, 4, 2])).numpy()
    print(step, cost)
