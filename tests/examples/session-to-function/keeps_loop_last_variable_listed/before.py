import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
weights = []
for i in range(3):
    w = tf.Variable(tf.ones([4, 2]) * i)
    weights.append(w)
y = tf.matmul(x, w) + tf.matmul(x, weights[0])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0, 3.0, 4.0]]}))
