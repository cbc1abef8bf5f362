import numpy as np
import tensorflow as tf

points = tf.constant(np.arange(8.0).reshape(4, 2).astype(np.float32))
centers = tf.Variable(points[:2])


@tf.function
def move():
    nearest = tf.argmin(tf.reduce_sum(tf.square(tf.expand_dims(points, 1) - centers), 2), 1)
    means = tf.math.unsorted_segment_mean(points, nearest, 2)
    moved = tf.reduce_any(tf.not_equal(means, centers))
    centers.assign(means)
    return moved


move = move.get_concrete_function()


going = True
while going:
    going = move().numpy()
print(centers.numpy())
move()
