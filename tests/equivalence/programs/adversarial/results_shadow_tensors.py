import numpy as np
import tensorflow as tf


def model(X, W):
    return tf.matmul(X, W)


def main():
    W_value = "taken"
    rows = np.linspace(-1, 1, 8).reshape(4, 2).astype(np.float32)
    X = tf.placeholder(tf.float32, [None, 2])
    W = tf.Variable([[0.5], [-1.0]])
    b = tf.Variable([0.25])
    out = model(X, W) + b
    cost = tf.reduce_mean(tf.square(out - 1.0))
    train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(cost)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(3):
            _, c = sess.run([train, cost], {X: rows})
            print(c)
        W, b = sess.run([W, b])
        cost = sess.run(cost, {X: rows})
        print(W_value, W.ravel(), b, cost)
        print(sess.run(out, {X: rows}).ravel())
        again = sess.run([train, out], {X: rows})[1]
        print(again.ravel(), W.ravel() * 2)


def second():
    v = tf.Variable(1.5)
    double = v * 2
    step = tf.assign_add(v, 1.0)
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    sess.run(step)
    v = v.eval(session=sess); print(v, [float(v + each) for each in range(2)])
    sess.run(step)
    print(sess.run(double), v, (lambda k: k + 1)(v))
    sess.close()


main()
second()
