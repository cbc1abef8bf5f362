import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
total = tf.Variable(tf.zeros([2]))
count = tf.Variable(0.0)
add = total.assign_add(x)
step = count.assign_add(1.0)
update = tf.group(add.op, step.op)
mean = total / tf.maximum(count, 1.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for row in ([1.0, 2.0], [3.0, 4.0]):
        sess.run(update, {x: row})
        sess.run([add.op, mean.op], {x: row})  # once more
    step.op.run()
    print(sess.run(mean))
