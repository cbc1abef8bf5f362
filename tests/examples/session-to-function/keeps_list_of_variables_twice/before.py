import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 4])
ws, params = [], []
for i in range(2):
    w = tf.Variable(tf.ones([4, 4]) * i)
    ws.append(w)
    params.append(w)
h = x
for w in ws:
    h = tf.matmul(h, w)
loss = tf.reduce_sum(h) + sum(tf.nn.l2_loss(p) for p in params)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0, 3.0, 4.0]]})
    print(sess.run(ws[0]))
