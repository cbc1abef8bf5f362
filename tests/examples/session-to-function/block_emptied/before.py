import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
y = w * x
sess = tf.Session()
restore = False
if not restore:
    sess.run(tf.global_variables_initializer())
print(sess.run(y, {x: 2.0}))
