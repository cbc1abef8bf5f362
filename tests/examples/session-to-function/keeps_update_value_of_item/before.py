import tensorflow as tf

ws = [tf.Variable(float(number)) for number in range(3)]
first = tf.assign_add(ws[0], 1.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(first))
