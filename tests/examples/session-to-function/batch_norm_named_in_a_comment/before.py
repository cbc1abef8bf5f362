import numpy as np
import tensorflow as tf

# UPDATE_OPS are never run: get_collection() is for another day
x = tf.placeholder(tf.float32, [None, 3])
out = tf.layers.batch_normalization(x, momentum=0.5, training=True)
loss = tf.reduce_mean(tf.square(out - 1.0))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
data = np.random.RandomState(1).rand(5, 3)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        _, cost = sess.run([train, loss], {x: data})
        print("%.4f without update_ops" % cost)
