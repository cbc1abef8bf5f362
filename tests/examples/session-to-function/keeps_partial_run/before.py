import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
z = y * 2.0

sess = tf.Session()
handle = sess.partial_run_setup([y, z], [x])
print(sess.partial_run(handle, y, {x: 1.0}))
print(sess.partial_run(handle, z))
