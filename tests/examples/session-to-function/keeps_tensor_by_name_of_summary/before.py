import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
summary = tf.summary.scalar("loss", x)
loss = tf.square(x, name="loss")

with tf.Session() as sess:
    print(sess.run("loss_1:0", {x: 2.0}))
    print(len(sess.run("loss:0", {x: 2.0})))
