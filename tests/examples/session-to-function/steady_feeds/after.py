"""What a loop feeds: arrays that stay, arrays that change in place, arrays of which that is not known."""
import random
from prepared import mixed

import numpy as np
import tensorflow as tf

rng = np.random.RandomState(2)
x_spec = tf.TensorSpec([None, 3], tf.float32)
y_spec = tf.TensorSpec([None], tf.int32)
scale_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(tf.ones([3, 2]))


@tf.function(input_signature=[x_spec, y_spec, scale_spec])
def compute_loss(x, y, scale):
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, w) * scale))


compute_loss = compute_loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, y_spec, scale_spec])
def train_step(x, y, scale):
    with tf.GradientTape() as tape:
        loss = compute_loss(x, y, scale)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


data, marks = rng.normal(size=(6, 3)), rng.randint(2, size=6)
factor = np.float32(1.5)
shuffled = rng.normal(size=(6, 3))
flipped = shuffled[::-1]
filled = np.zeros((6, 3))
other = rng.normal(size=(6, 3))
unused = rng.normal(size=(6, 3))
mixed_up = rng.normal(size=(6, 3))
view = np.asarray(unused)
rows = [[0.5, 1.0, 1.5]] * 6
history = []


def fill(value):
    filled[:] = value


data_tensor = tf.constant(data, tf.float32)
marks_tensor = tf.constant(marks, tf.int32)
for step in range(3):
    # steady: data, marks; the number needs no tensor
    cost = train_step(data_tensor, marks_tensor, factor).numpy()
    history.append(cost)
for step in range(2):
    print(compute_loss(data_tensor, marks_tensor, factor).numpy())
    if step > 5:
        print(compute_loss(unused, marks_tensor, factor).numpy())  # perhaps never fed at all
for epoch in range(2):
    noise = rng.normal(size=(6, 3))
    noise_tensor = tf.constant(noise, tf.float32)
    for step in range(2):
        print(compute_loss(noise_tensor, marks_tensor, factor).numpy())
rows_tensor = tf.constant(rows, tf.float32)
for step in range(2):
    print(compute_loss(rows_tensor, marks_tensor, factor).numpy())
for step in range(2):
    np.random.shuffle(shuffled)
    print(compute_loss(shuffled, marks_tensor, factor).numpy())
    print(compute_loss(flipped, marks_tensor, factor).numpy())
for step in range(2):
    fill(step)
    print(compute_loss(filled, marks_tensor, factor).numpy())
for step in range(2):
    other = other * 0.5
    print(compute_loss(other, marks_tensor, factor).numpy())
for step in range(2):
    view += 1.0
    print(compute_loss(data_tensor, marks_tensor, factor).numpy())
for step in range(2):
    mixed(mixed_up)  # an array that changes here may be another by another name, too
    print(compute_loss(mixed_up, marks_tensor, factor).numpy())
