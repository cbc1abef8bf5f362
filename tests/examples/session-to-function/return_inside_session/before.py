import tensorflow as tf


def main():
    x = tf.placeholder(tf.float32, [])
    y = x + 1.0
    with tf.Session() as sess:
        for i in range(3):
            v = sess.run(y, {x: i})
            if v > 1.5:
                return v
    return None


print(main())
