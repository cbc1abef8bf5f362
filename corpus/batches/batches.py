"""Batches from tf.data, repeated until there are no more; then a look at all of the data."""

import numpy as np
import tensorflow as tf

np.random.seed(2)
points = np.random.normal(size=(50, 3)).astype(np.float32)
heights = (points @ np.array([[1.0], [-2.0], [0.5]], np.float32) + 0.3).astype(np.float32)

dataset = tf.data.Dataset.from_tensor_slices((points, heights))
dataset = dataset.map(lambda x, y: (x, y * 2.0))
dataset = dataset.repeat(40).batch(16)
iterator = dataset.make_initializable_iterator()
x, y = iterator.get_next()

keep = tf.placeholder(tf.float32, [], name="keep")
w1 = tf.Variable(np.random.normal(0, 0.4, (3, 8)).astype(np.float32), name="w1")
w2 = tf.Variable(np.random.normal(0, 0.4, (8, 1)).astype(np.float32), name="w2")
guess = tf.matmul(tf.nn.tanh(tf.matmul(x, w1)) * keep, w2)
loss = tf.reduce_mean(tf.square(guess - y))
train = tf.train.MomentumOptimizer(0.01, 0.9).minimize(loss)

# the same numbers again, one by one
numbers = tf.data.Dataset.range(4).make_one_shot_iterator()
number = numbers.get_next()
square = number * number

with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), iterator.initializer])
    count = 0
    try:
        while True:
            _, cost = sess.run([train, loss], {keep: 0.9})
            count += 1
            if count % 40 == 0:
                print(count, "%.4f" % cost, sess.run(square))
    except tf.errors.OutOfRangeError:
        print("no more after", count)
    print("%.4f" % sess.run(loss, {x: points, y: 2 * heights, keep: 1.0}))
