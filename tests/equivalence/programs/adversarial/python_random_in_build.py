import random
import tensorflow as tf
random.seed(3)
x = tf.placeholder(tf.float32, [])
y = x * random.random()
z = x + y
print(random.random())
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
    print(sess.run([y, z], {x: 1.0}))
