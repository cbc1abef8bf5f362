import numpy as np
import tensorflow as tf

points = np.linspace(0, 1, 8).reshape(4, 2)
data = tf.data.Dataset.from_tensor_slices((points, points.sum(1))).batch(2).repeat(4)
iterator = data.make_one_shot_iterator()
x, y = iterator.get_next()
ones = tf.constant_initializer(0.25)
hidden = tf.layers.dense(x + tf.expand_dims(y, 1), 3, tf.nn.tanh, kernel_initializer=ones)
guess = tf.layers.dense(hidden, 1, kernel_initializer=ones)[:, 0]
loss = tf.losses.absolute_difference(y, guess)
train = tf.train.AdamOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(6):
        cost, _ = sess.run([loss, train])
        print(cost.dtype, "%.9f" % cost)
    print(sess.run(guess, {x: points, y: points[:, 0]}).dtype)
