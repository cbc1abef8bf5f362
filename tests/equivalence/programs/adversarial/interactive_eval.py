import numpy as np
import tensorflow as tf

sess = tf.InteractiveSession()
x = tf.placeholder(tf.float32, [None])
w = tf.Variable(2.0)
y = x * w
tf.global_variables_initializer().run()
print(y.eval({x: [1.0]}), y.eval(feed_dict={x: [2.0]}, session=sess), w.eval())
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(y))
train.run({x: [1.0]})
train.run(feed_dict={x: [1.0, 2.0]})
print(w.eval())
sess.close()
