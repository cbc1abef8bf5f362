import numpy as np
import tensorflow as tf

data = np.arange(12).reshape(4, 3).astype(np.float32) / 10.0
x = tf.placeholder(tf.float32, [None, 3])
shown = tf.layers.dense(x, 2, name="shown", kernel_initializer=tf.constant_initializer(0.3))
first = tf.get_variable("first", [3, 2], initializer=tf.constant_initializer(0.5))
error = tf.reduce_mean(tf.square(tf.matmul(x, first)))
loss = error + 0.1 * tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables()])
step = tf.train.RMSPropOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(step, {x: data})
    print(sess.run([loss, shown], {x: data}))
