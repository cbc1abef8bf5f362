import numpy as np
import tensorflow as tf

seed = 3
tf.set_random_seed(seed)
np.random.seed(seed)
w = tf.Variable(np.random.rand(2).astype(np.float32))
x = tf.placeholder(tf.float32, [2])
y = tf.reduce_sum(w * x)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: np.random.rand(2)}))
