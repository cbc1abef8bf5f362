import tensorflow as tf

w = tf.Variable(1.0)
optimizer = tf.train.AdamOptimizer(0.1)
pairs = optimizer.compute_gradients(tf.square(w))
train = optimizer.apply_gradients([(tf.clip_by_value(g, -1.0, 1.0), v) for g, v in pairs])
saver = tf.train.Saver()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    saver.save(sess, "model")
