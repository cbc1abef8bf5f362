import tensorflow as tf

tf.app.flags.DEFINE_float("rate", 0.1, "the rate")
FLAGS = tf.app.flags.FLAGS
print(FLAGS.flag_values_dict())  # not parsed yet

x = tf.placeholder(tf.float32, [])
y = x * FLAGS.rate
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
