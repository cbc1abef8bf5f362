"""The learning rate is a feed: halved by hand, and the feed dict is kept and changed on the way."""
import numpy as np
import tensorflow as tf

rng = np.random.RandomState(5)
inputs = rng.uniform(-2, 2, size=(64, 2)).astype(np.float32)
targets = (inputs[:, :1] * inputs[:, 1:] + 1).astype(np.float32)

x = tf.placeholder('float', [None, 2])
y = tf.placeholder('float', [None, 1])
lr = tf.placeholder(tf.float32, name='learning_rate')
momentum = tf.placeholder(tf.float32, [], name='momentum')

w1 = tf.Variable(rng.normal(0, .5, (2, 10)), dtype=tf.float32)
b1 = tf.Variable(tf.constant(0.05, shape=[10]))
w2 = tf.Variable(rng.normal(0, .5, (10, 1)), dtype=tf.float32)
b2 = tf.Variable(tf.constant(0.0, shape=[1]))

layer = tf.tanh(tf.matmul(x, w1) + b1)
pred = tf.matmul(layer, w2) + b2
cost = tf.reduce_sum(tf.pow(pred - y, 2)) / (2 * 64)
slow = tf.train.GradientDescentOptimizer(lr).minimize(cost)
fast = tf.train.MomentumOptimizer(lr, momentum).minimize(cost)

sess = tf.InteractiveSession()
tf.global_variables_initializer().run()

rate = 0.2
feed_dict = {x: inputs, y: targets, lr: rate}
last = np.inf
for epoch in range(12):
    sess.run(slow, feed_dict=feed_dict)
    now = sess.run(cost, feed_dict={x: inputs, y: targets})
    if now > 0.95 * last:
        rate /= 2
        feed_dict[lr] = rate
        print('epoch', epoch, 'rate is now', rate)
    last = now
print('cost %.5f' % last)

# the rest with momentum, annealed
feed_dict.update({momentum: 0.8})
for epoch in range(8):
    feed_dict[lr] = 0.1 / (1 + epoch)
    _, value = sess.run((fast, cost), feed_dict=feed_dict)
    if epoch % 4 == 3:
        print('epoch %d cost %.5f' % (epoch, value))
print('weights', np.round(w2.eval()[:3, 0], 3))
sess.close()
