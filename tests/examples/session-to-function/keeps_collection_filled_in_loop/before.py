import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.get_variable("w", [2, 1])
for weight in (0.1, 0.2):
    tf.add_to_collection("losses", weight * tf.nn.l2_loss(w))
loss = tf.reduce_mean(tf.matmul(x, w)) + tf.add_n(tf.get_collection("losses"))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
