import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
with tf.Session() as sess:

    def ask(v):
        """Asks
        for it."""
        return sess.run(y, {x: v})

    print(ask(1.0), repr(ask.__doc__))
