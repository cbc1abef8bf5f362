import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
total = tf.Variable(tf.zeros([2]))
add = total.assign_add(x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    result = sess.run(add.op, {x: [1.0, 2.0]})
    print(result, sess.run(total))
