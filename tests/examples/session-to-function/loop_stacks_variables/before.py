import tensorflow as tf

sizes = [4, 8, 6]
x = tf.placeholder(tf.float32, [None, sizes[0]])


def weight(shape):
    return tf.Variable(tf.truncated_normal(shape, stddev=0.1))


h = x
n_in = sizes[0]
total = 0
for number, n_out in enumerate(sizes[1:]):
    scale = 1.0 / (number + 1)
    w = weight([n_in, n_out])
    biases = tf.Variable(tf.fill([n_out], scale))
    h = tf.nn.relu(tf.matmul(h, w) * scale + biases)
    total += tf.nn.l2_loss(w)
    n_in = n_out

cost = tf.reduce_mean(h) + total
train = tf.train.GradientDescentOptimizer(0.1).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0, 3.0, 4.0]]})
    print(sess.run(cost, {x: [[1.0, 2.0, 3.0, 4.0]]}))
