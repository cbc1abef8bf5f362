import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
hidden = tf.layers.dense(x, 3)
w = tf.get_variable("w", [3, 1])
score = tf.matmul(hidden, w)

total = 0
for variable in tf.trainable_variables():
    shape = variable.get_shape()
    size = 1
    for dim in shape:
        size *= dim.value
    total += size
print(total)
print(sum(np.prod(v.get_shape().as_list()) for v in tf.trainable_variables()))  # once more

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(score, {x: np.ones((2, 2))}).shape)
