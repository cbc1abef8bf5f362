import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
sess = tf.Session()
step = sess.make_callable(y, [x])
y = x + 2.0
print(step(1.0), sess.run(y, {x: 1.0}))
