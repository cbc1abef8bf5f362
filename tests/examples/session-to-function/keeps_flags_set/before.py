import tensorflow as tf

flags = tf.app.flags
flags.DEFINE_float("rate", 0.1, "the rate")
FLAGS = flags.FLAGS
FLAGS.rate = 0.4  # the command line has the last word: it is parsed below

x = tf.placeholder(tf.float32, [])
y = x * FLAGS.rate
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
