import tensorflow as tf

import reports

x = tf.placeholder(tf.float32, [2])
tf.summary.scalar('total', tf.reduce_sum(x))
merged = tf.summary.merge_all()
with tf.Session() as sess:
    writer = tf.summary.FileWriter('logs')
    reports.log(writer, sess.run(merged, {x: [1.0, 2.0]}))
