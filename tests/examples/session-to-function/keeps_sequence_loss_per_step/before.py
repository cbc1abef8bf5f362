import tensorflow as tf

logits = tf.placeholder(tf.float32, [2, 6, 3])
targets = tf.placeholder(tf.int32, [2, 6])
steps = tf.contrib.seq2seq.sequence_loss(logits, targets, tf.ones([2, 6]), average_across_timesteps=False)
cost = tf.contrib.seq2seq.sequence_loss(logits, targets, tf.ones([2, 6]))

with tf.Session() as sess:
    print(sess.run([steps, cost], {logits: [[[1.0, 2.0, 3.0]] * 6] * 2, targets: [[2] * 6] * 2}))
