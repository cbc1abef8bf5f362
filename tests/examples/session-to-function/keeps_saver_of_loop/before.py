import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 2])


def weight():
    return tf.Variable(tf.ones([2, 2]))


weights = [weight() for _ in range(3)]
y = tf.matmul(x, weights[0])
saver = tf.train.Saver()
with tf.Session() as sess:
    saver.restore(sess, "model")
    print(sess.run(y, {x: [[1.0, 2.0], [3.0, 4.0]]}))
