"""tf.app.flags around a training function and an evaluation that share one graph in main."""
import numpy as np
import tensorflow as tf

flags = tf.app.flags
flags.DEFINE_integer('hidden', 8, 'units of the hidden layer')
flags.DEFINE_float('learning_rate', 0.05, 'rate of learning')
flags.DEFINE_integer('epochs', 4, 'how often all data is seen')
flags.DEFINE_boolean('verbose', True, 'say more')
FLAGS = flags.FLAGS


def make_data(seed):
    rng = np.random.RandomState(seed)
    rows = rng.randn(32, 3).astype(np.float32)
    return rows, (np.abs(rows).sum(1, keepdims=True)).astype(np.float32)


def main(_):
    tf.set_random_seed(1)
    rows, goal = make_data(5)
    x = tf.placeholder(tf.float32, [None, 3])
    y = tf.placeholder(tf.float32, [None, 1])
    hidden = tf.layers.dense(x, FLAGS.hidden, activation=tf.nn.relu)
    out = tf.layers.dense(hidden, 1)
    loss = tf.reduce_mean(tf.abs(out - y))
    train_op = tf.train.RMSPropOptimizer(FLAGS.learning_rate).minimize(loss)
    init = tf.global_variables_initializer()

    with tf.Session() as sess:
        sess.run(init)
        for epoch in range(FLAGS.epochs):
            for start in range(0, 32, 8):
                _, cost = sess.run([train_op, loss],
                                   feed_dict={x: rows[start:start + 8], y: goal[start:start + 8]})
            if FLAGS.verbose:
                tf.logging.info('epoch %d', epoch)
                print('epoch %d cost %.4f' % (epoch, cost))
        rows, goal = make_data(6)
        print('test %.4f' % sess.run(loss, feed_dict={x: rows, y: goal}))


if __name__ == '__main__':
    tf.app.run()
