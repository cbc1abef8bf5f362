import tensorflow as tf

greeting = tf.constant("hello")
a = tf.constant(2)
b = tf.constant(3)
product = a * b

sess = tf.Session()
print(sess.run(greeting))
print(sess.run(product), sess.run([a, b]))
