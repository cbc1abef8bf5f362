import numpy as np
import tensorflow as tf

def main(scale, steps=2):
    x = tf.placeholder(tf.float32, [])
    w = tf.Variable(1.0)
    y = x * scale * w
    train = tf.train.GradientDescentOptimizer(0.1 * scale).minimize(y)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(steps):
            sess.run(train, {x: 1.0})
        return sess.run([w, y], {x: 1.0})
print(main(2.0))
tf.reset_default_graph()
print(main(3.0, steps=1))
