import os
import tensorflow as tf
w = tf.Variable(1.0)
sess = tf.Session()
if not os.path.exists('/nonexistent/model'):
    sess.run(tf.global_variables_initializer())
print(sess.run(w))
