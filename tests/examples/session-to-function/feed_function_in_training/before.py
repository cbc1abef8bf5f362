import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
images = rng.rand(60, 4)
labels = rng.rand(60, 2)


def train():
    sess = tf.InteractiveSession()
    x = tf.placeholder(tf.float32, [None, 4], name='x-input')
    y_ = tf.placeholder(tf.float32, [None, 2], name='y-input')
    w = tf.Variable(tf.zeros([4, 2]))
    loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y_))
    train_step = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
    tf.global_variables_initializer().run()

    def feed_dict(train):
        if train:
            rows = rng.choice(40, 10)
            xs, ys = images[rows], labels[rows]
        else:
            xs, ys = images[40:], labels[40:]
        return {x: xs, y_: ys}

    for i in range(7):
        if i % 3 == 0:
            print('%d %.4f' % (i, sess.run(loss, feed_dict=feed_dict(False))))
        else:
            sess.run(train_step, feed_dict=feed_dict(True))


if __name__ == '__main__':
    train()
