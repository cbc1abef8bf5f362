import numpy as np
import tensorflow as tf
from numpy import add

rows = np.random.uniform(-1, 1, (60, 2)).astype(np.float32)
part = rows[:40]
points = tf.placeholder(tf.float32, [None, 2])
data = tf.data.Dataset.from_tensor_slices(points).batch(8)
iterator = data.make_initializable_iterator()
x = iterator.get_next()
most = tf.reduce_max(x)
add(rows, 1, rows)
with tf.Session() as sess:
    sess.run(iterator.initializer, {points: part})
    print(sess.run(most))
