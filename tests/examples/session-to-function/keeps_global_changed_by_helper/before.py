import tensorflow as tf

RATES = [2.0]
step = 1.0


def advance():
    global step
    step += 1.0
    RATES[0] = RATES[0] / 2


def main():
    x = tf.placeholder(tf.float32, [])
    y = x * RATES[0] + step
    advance()
    z = y + RATES[0] * step
    with tf.Session() as sess:
        print(sess.run(z, {x: 1.0}))


main()
