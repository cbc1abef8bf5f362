import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
summary = tf.summary.scalar('total', tf.reduce_sum(x))
with tf.Session() as sess:
    writer = tf.summary.FileWriter('logs')
    for i in range(3):
        if i > 1: writer.add_summary(sess.run(summary, {x: [1.0, 2.0]}), i)
