import tensorflow as tf

x = tf.placeholder(tf.float32, [3])
w = tf.Variable([1.0, 2.0, 3.0], name="w")
y = w * x
saver = tf.train.Saver()

with tf.Session() as sess:
    found = tf.train.latest_checkpoint("weights")
    if found:
        saver.restore(sess, found)
    if not found or found.endswith("-0"):
        sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [1.0, 1.0, 2.0]}))
