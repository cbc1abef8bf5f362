import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
sess = tf.Session()


def ask(value, again=False):
    if again:
        return sess.run(y, {x: value})
    return sess.run([y, y], {x: value})[0]


print(ask(1.0), ask(2.0, again=True))
