import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
# TensorFlow 1 calls the operation Mean, and the tag therefore mean_1
summary = tf.summary.scalar('mean', tf.reduce_mean(x))
with tf.Session() as sess:
    writer = tf.summary.FileWriter('logs')
    writer.add_summary(sess.run(summary, {x: [1.0, 2.0]}), 0)
