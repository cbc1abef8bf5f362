import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
total = x + y

with tf.Session() as sess:
    try:
        print(sess.run(total, {x: 1.0}))
    except tf.errors.InvalidArgumentError:
        print("y is missing")
