import numpy as np
import tensorflow as tf

L = tf.layers
dense = L.dense
one = tf.ones_initializer
log = tf.log
rs = tf.reduce_sum
am = tf.argmax
sgd = tf.train.GradientDescentOptimizer
sce = tf.nn.sigmoid_cross_entropy_with_logits
ph = tf.placeholder


def layer(values, units):
    pool = tf.layers.average_pooling1d
    return pool(values, units, 1)


def head(values):
    f = tf.get_variable
    with tf.variable_scope("head"):
        w = f("w", [3, 2], initializer=one())
        return tf.matmul(values, w)


x = ph(tf.float32, [None, 4])
y = ph(tf.float32, [None, 1])
h = dense(x, 3, kernel_initializer=one())
o = dense(h, 1, kernel_initializer=one(), use_bias=False)
p = layer(tf.expand_dims(h, 2), 2)
k = head(h)
loss = rs(sce(logits=o, labels=y))
total = rs(log(1.0 + h * h), 1, keep_dims=True)
best = am(k * [[1.0, 2.0]], dimension=1)
train = sgd(0.01).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    d = {x: [[0.1, 0.2, 0.3, 0.4]], y: [[1.0]]}
    print(s.run([train, loss], d)[1])
    print(s.run(total, d), s.run(p, d).shape)
    print(s.run(k, d), s.run(best, d))
