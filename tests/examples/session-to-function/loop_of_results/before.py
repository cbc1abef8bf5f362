import tensorflow as tf

n_tasks = 2
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, n_tasks])
w = tf.Variable(tf.ones([4, n_tasks]))

outs = []
losses = []
for task in range(n_tasks):
    # what is guessed
    out = tf.matmul(x, w[:, task:task + 1])  # one column
    outs.append(out)
    # and how wrong that is
    loss = tf.reduce_mean(tf.square(out - y[:, task:task + 1]))
    losses.append(loss)  # a scalar

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(losses, {x: [[1.0, 2.0, 3.0, 4.0]], y: [[1.0, 2.0]]}))
    print(sess.run(outs, {x: [[1.0, 2.0, 3.0, 4.0]]}))
