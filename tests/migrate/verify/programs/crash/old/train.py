import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
y = tf.square(x)
sess = tf.Session()
print(sess.run(y, {x: [1, 2]}))
raise RuntimeError("no such data set")
