import tensorflow as tf

x = tf.placeholder(tf.float32, [])
loss = tf.square(x)
tf.summary.scalar("loss", loss)
merged = tf.summary.merge_all()

with tf.Session() as sess:
    writer = tf.summary.FileWriter("logs")
    writer.add_graph(sess.graph)
    summary, value = sess.run([merged, loss], {x: 1.0})
    writer.add_summary(summary, 0)
