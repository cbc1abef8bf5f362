import tensorflow as tf


class Config:
    def __init__(self):
        self.rate = 2.0

    def decay(self):
        self.rate *= 0.5


config = Config()
x = tf.placeholder(tf.float32, [])
y = x * config.rate
config.decay()
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
