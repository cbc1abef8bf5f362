import tensorflow as tf


def main():
    global w
    x = tf.placeholder(tf.float32, [None])
    w = tf.Variable(2.0)
    y = x * w
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    w = sess.run(w)
    print(w, sess.run(y, {x: [4.0]}))


main()
print(w)
