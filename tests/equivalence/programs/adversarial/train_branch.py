import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
x = tf.placeholder(tf.float32, [])
loss = (w * x - 1.0) ** 2
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
def epoch(values, training=True):
    total = 0.0
    for v in values:
        if training:
            _, l = sess.run([train, loss], {x: v})
        else:
            l = sess.run(loss, {x: v})
        total += l
    return total
print(epoch([1.0, 2.0]))
print(epoch([1.0, 2.0], False))
print(epoch([1.0, 2.0], training=True))
