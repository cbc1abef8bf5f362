import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(5.0)
counts = [tf.Variable(0), tf.Variable(10)]
step = tf.Variable(0, name="global_step", trainable=False)
loss = tf.square(w - x)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, global_step=step)
count = [tf.assign_add(each, 1) for each in counts]

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, now, cost, weight = sess.run([train, step, loss, w], {x: 1.0})
        print(now, cost, weight)
    first, _ = sess.run([counts[0], count])
    print(first, sess.run([count, counts])[1])
