import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
whole = tf.to_int32(x)
back = tf.to_float(whole)

with tf.Session() as sess:
    print(sess.run(back, {x: [1.5, 2.5]}))
