import tensorflow as tf

w = tf.Variable(1.0)
doubled = w * 2.0
grow = tf.assign_add(w, 1.0)
with tf.control_dependencies([grow]):
    same = doubled  # another name, no operation: it waits for nothing

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(same), sess.run(same), sess.run(w))
    sess.run(grow)
    print(sess.run(same))
