import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
weights = {"h": tf.Variable(tf.ones([2, 2])), "out": tf.Variable(tf.ones([2, 1]))}
biases = {"h": tf.Variable(tf.zeros([2]))}


def network(x, weights, biases):
    layer = tf.add(tf.matmul(x, weights["h"]), biases["h"])
    return tf.matmul(tf.nn.relu(layer), weights["out"])


pred = network(x, weights, biases)
cost = tf.reduce_mean(pred)
optimizer = tf.train.GradientDescentOptimizer(learning_rate=0.1).minimize(cost)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    _, c = sess.run([optimizer, cost], feed_dict={x: [[1.0, 2.0]]})
    print(c, sess.run(pred, {x: [[1.0, 2.0]]}))
