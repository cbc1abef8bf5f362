import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
for scale in (1.0, 2.0):
    tf.summary.scalar('scaled', tf.reduce_sum(x * scale))
merged = tf.summary.merge_all()
with tf.Session() as sess:
    writer = tf.summary.FileWriter('logs')
    writer.add_summary(sess.run(merged, {x: [1.0, 2.0]}), 0)
