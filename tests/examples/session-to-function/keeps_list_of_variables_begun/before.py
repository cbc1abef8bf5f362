import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 4])
w0 = tf.Variable(tf.ones([4, 4]))
ws = [w0]
for i in range(2):
    w = tf.Variable(tf.ones([4, 4]) * i)
    ws.append(w)
h = x
for w in ws:
    h = tf.matmul(h, w)
h = tf.matmul(h, w0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(h))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0, 3.0, 4.0]]})
    print(sess.run(w0))
