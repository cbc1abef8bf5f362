import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
y = x + 1.0

with tf.Session() as sess:
    print(sess.run(y, {"x:0": 1.0}))
