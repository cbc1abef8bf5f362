import tensorflow as tf

logits = tf.placeholder(tf.float32, [None, 2])
labels = tf.placeholder(tf.float32, [None, 2])
losses = tf.nn.softmax_cross_entropy_with_logits(logits=logits, labels=labels)
newer = tf.nn.softmax_cross_entropy_with_logits_v2(labels=labels, logits=logits)

with tf.Session() as sess:
    print(sess.run(losses, {logits: [[1.0, 2.0]], labels: [[0.0, 1.0]]}))
    print(sess.run(newer, {logits: [[1.0, 2.0]], labels: [[0.0, 1.0]]}))
