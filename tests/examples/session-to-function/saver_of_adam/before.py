import tensorflow as tf

w = tf.Variable(1.0)
b = tf.Variable(0.5, name="shift")
loss = tf.square(w * 3.0 + b)
train = tf.train.AdamOptimizer(0.1).minimize(loss)
saver = tf.train.Saver(max_to_keep=2)  # the last two

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for step in range(5):
    sess.run(train)
    if step % 2:
        path = saver.save(sess, "model/at", global_step=step)
saver.restore(sess, path)
print(sess.run(loss))
