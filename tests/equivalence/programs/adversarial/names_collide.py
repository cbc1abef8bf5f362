import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
value = x * 2
optimizer = tf.train.GradientDescentOptimizer(0.1)
variables = [tf.Variable(1.0)]
tape = variables[0] * x
gradients = tape * tape
loss = gradients + value
train_step = optimizer.minimize(loss)
fetched_0 = loss * 2
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    value_0, l = sess.run([fetched_0, loss], {x: 2.0})
    print(value_0, l)
    _, l, e = sess.run([train_step, loss, tape + 1], {x: 2.0})
    print(l, e)
    print(sess.run({'loss': loss, 'tape': tape, 'v': value}, {x: 2.0}))
    print(sess.run(variables))
