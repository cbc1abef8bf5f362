import tensorflow as tf

w = tf.Variable(0.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        sess.run(tf.assign(w, float(step)))
    print(sess.run(w))
