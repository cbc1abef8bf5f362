import tensorflow as tf

n_tasks = 2
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, n_tasks])
w = tf.Variable(tf.ones([4, n_tasks]))

outs = []
losses = []
for task in range(n_tasks):
    inner = tf.matmul(x, w[:, task:task + 1])
    outs.append(tf.nn.relu(inner))
    losses.append(tf.reduce_mean(tf.square(inner - y[:, task:task + 1])))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(losses, {x: [[1.0, 2.0, 3.0, 4.0]], y: [[1.0, 2.0]]}))
    print(sess.run(outs, {x: [[1.0, 2.0, 3.0, 4.0]]}))
