import tensorflow as tf

w = tf.Variable([3.0, 4.0])
loss = tf.reduce_sum(tf.square(w))
tvars = tf.trainable_variables()
grads, norm = tf.clip_by_global_norm(tf.gradients(loss, tvars), 1.0)
opt = tf.train.GradientDescentOptimizer(0.5)
train = opt.apply_gradients(zip(grads, tvars))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run(w), sess.run(norm))
