import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
sess = tf.Session()
print(sess.run(y, {x: 1.0}))
del sess
print("end")
