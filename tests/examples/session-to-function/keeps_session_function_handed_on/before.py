import threading

import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
grow = tf.assign_add(w, x)


def fit():
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        print(sess.run(grow, {x: 1.0}))


for _ in range(2):
    thread = threading.Thread(target=fit)
    thread.start()
    thread.join()
