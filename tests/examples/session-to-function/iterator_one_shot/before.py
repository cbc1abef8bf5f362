import numpy as np
import tensorflow as tf

points = np.arange(12.).reshape(6, 2).astype(np.float32)
dataset = tf.data.Dataset.from_tensor_slices((points, points.sum(axis=1)))
dataset = dataset.map(lambda x, y: (x / 10., y)).repeat(2).batch(4)
iterator = dataset.make_one_shot_iterator()
x, y = iterator.get_next()  # the next batch
rate = tf.placeholder(tf.float32, [])
w = tf.Variable(tf.zeros([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w)[:, 0] - y))
largest = tf.reduce_max(x)
train = tf.train.GradientDescentOptimizer(rate).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(largest))
    print(sess.run(w))
    try:
        while True:
            _, cost = sess.run([train, loss], {rate: 0.1})
            print(cost)
    except tf.errors.OutOfRangeError:
        print('no more')
    print(sess.run(loss, {x: points, y: points[:, 0]}))
