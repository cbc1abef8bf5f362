import tensorflow as tf

x = tf.placeholder(tf.float32, [])
total = tf.Variable(0.0)
table = tf.Variable([1.0, 2.0, 3.0])
double = x * 2.0
add = tf.assign_add(total, x)
put = tf.scatter_update(table, [1], [10.0])
swap = table.assign(table[::-1])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    now, twice = sess.run([add, double], {x: 1.5})
    print(now, twice, add.eval({x: 2.0}) + 1.0)
    _, twice = sess.run([add, double], {x: 0.5})
    sess.run(add, {x: 0.5})
    print(twice, sess.run(put)[1:], sess.run([put, total])[1], sess.run(swap))
