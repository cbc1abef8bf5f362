"""A dataset of placeholders, fed where its iterator begins, again for each epoch."""
import numpy as np
import tensorflow as tf

np.random.seed(3)
points = np.random.uniform(-1, 1, (60, 2))
marks = (points[:, :1] * 2 > points[:, 1:]).astype(np.int32)

with_points = tf.placeholder(tf.float32, [None, 2])
with_marks = tf.placeholder(tf.float32, [None, 1])
data = tf.data.Dataset.from_tensor_slices((with_points, with_marks)).batch(8)
iterator = data.make_initializable_iterator()
x, y = iterator.get_next()
w = tf.get_variable('w', [2, 1], initializer=tf.zeros_initializer())
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(2):
        sess.run(iterator.initializer,
                 feed_dict={with_points: points,
                            with_marks: marks})
        while True:
            try:
                _, cost = sess.run([train, loss])
                print(epoch, cost)
            except tf.errors.OutOfRangeError:
                break
