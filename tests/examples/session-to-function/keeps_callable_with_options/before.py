import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
sess = tf.Session()
step = sess.make_callable(y, [x], accept_options=True)
print(step(1.0, options=tf.RunOptions()))
