"""One network, asked for in every way in which variable scopes can be reused."""
import numpy as np
import tensorflow as tf

np.random.seed(4)
tf.set_random_seed(4)
left = np.random.randn(40, 5).astype(np.float32)
right = left + 0.3 * np.random.randn(40, 5).astype(np.float32)

a = tf.placeholder(tf.float32, [None, 5], name="a")
b = tf.placeholder(tf.float32, [None, 5], name="b")
c = tf.placeholder(tf.float32, [None, 5], name="c")


def embed(x, reuse=None):
    with tf.variable_scope("embed", reuse=reuse):
        w = tf.get_variable("w", [5, 6], initializer=tf.random_normal_initializer(stddev=0.4))
        b = tf.get_variable("b", [6], initializer=tf.constant_initializer(0.1))
        return tf.nn.relu(tf.matmul(x, w) + b)


def head(x):
    with tf.variable_scope("head", reuse=tf.AUTO_REUSE):
        w = tf.get_variable("w", [6, 2], initializer=tf.random_normal_initializer(stddev=0.4))
        return tf.matmul(x, w)


with tf.variable_scope("model") as scope:
    first = head(embed(a))
    scope.reuse_variables()
    second = head(embed(b))
with tf.variable_scope(scope, reuse=True):
    third = head(embed(c))
with tf.variable_scope("model", reuse=True):
    same = tf.get_variable("embed/w")

near = tf.reduce_sum(tf.square(first - second), 1)
far = tf.reduce_sum(tf.square(first - third), 1)
loss = tf.reduce_mean(tf.maximum(near - far + 1.0, 0.0)) + 0.01 * tf.nn.l2_loss(same)
train = tf.train.MomentumOptimizer(0.05, 0.9).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(20):
        rows = np.arange(step, step + 12) % 40
        feed = {a: left[rows], b: right[rows], c: left[(rows + 7) % 40]}
        _, value = sess.run([train, loss], feed_dict=feed)
        if step % 5 == 0:
            print(step, "%.4f" % value)
    print("near %.3f far %.3f" % tuple(np.mean(v) for v in sess.run([near, far], feed)))
    print("%.4f" % np.abs(sess.run(same)).sum())
