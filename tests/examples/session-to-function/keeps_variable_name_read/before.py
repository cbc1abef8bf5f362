import tensorflow as tf

w = tf.Variable(1.0)
b = tf.Variable(2.0)
total = w + b

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(w.name, b.name, sess.run(total))
