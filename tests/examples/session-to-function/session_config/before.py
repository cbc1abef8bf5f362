import tensorflow as tf

config = tf.ConfigProto(allow_soft_placement=True)
config.gpu_options.allow_growth = True

x = tf.placeholder(tf.float32, [2])
y = x + 1.0

with tf.Session(config=config) as sess:
    print(sess.run(y, {x: [1.0, 2.0]}))
