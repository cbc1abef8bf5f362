import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
total = tf.reduce_sum(x)

sess = tf.Session()
try:
    print(sess.run(total, {x: [1.0, 2.0]}))
except KeyboardInterrupt:
    print("stopped")
finally:
    sess.close()
