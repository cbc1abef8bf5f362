import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
sess = tf.Session()


def ask(v, session=sess):
    return session.run(y, {x: v})


print(ask(1.0))
