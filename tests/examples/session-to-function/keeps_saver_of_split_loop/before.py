import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
outputs = []
for size in [2, 3]:
    with tf.name_scope("projection-%s" % size):
        w = tf.Variable(tf.ones([4, size]), name="w")
        outputs.append(tf.matmul(x, w))
y = tf.concat(outputs, 1)
saver = tf.train.Saver()
with tf.Session() as sess:
    saver.restore(sess, "model")
    print(sess.run(y, {x: [[1.0, 2.0, 3.0, 4.0]]}))
