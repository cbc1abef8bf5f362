import tensorflow as tf

w = tf.Variable(5.0)
global_step = tf.Variable(0, name="global_step", trainable=False)
loss = tf.square(w)
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss, global_step=global_step)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(4):
        sess.run(train_op)
    print(sess.run([global_step, w]))
