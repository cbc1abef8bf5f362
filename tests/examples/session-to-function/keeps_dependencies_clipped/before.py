import tensorflow as tf

w = tf.Variable(3.0)
copy = tf.Variable(0.0, trainable=False)
step = tf.train.GradientDescentOptimizer(0.1).minimize(tf.square(w))
with tf.control_dependencies([step]):
    clip = w.assign(tf.clip_by_value(w, -1.0, 1.0))
    follow = copy.assign(0.5 * w + 0.5 * copy)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(clip)
    sess.run(follow)
    print(sess.run([w, copy]))
