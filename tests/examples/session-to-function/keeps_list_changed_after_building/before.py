import tensorflow as tf

weights = [1.0, 2.0]
x = tf.placeholder(tf.float32, [2])
y = x * weights
weights.append(3.0)

with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 1.0]}))
