import numpy as np
import tensorflow as tf

rows = np.random.uniform(-1, 1, (60, 2))
marks = (rows[:, :1] > rows[:, 1:]).astype(np.int32)
first, rest = np.split(rows, [40])

points = tf.placeholder(tf.float32, [None, 2])
truth = tf.placeholder(marks.dtype, marks.shape)
data = tf.data.Dataset.from_tensor_slices((points, truth)).batch(8)  # in order
iterator = data.make_initializable_iterator()
x, y = iterator.get_next()
most = tf.reduce_max(x) + tf.cast(tf.reduce_sum(y), tf.float32)

with tf.Session() as sess:
    for epoch in range(2):
        sess.run(iterator.initializer,
                 feed_dict={points: rows,
                            truth: marks})
        while True:
            try:
                print(epoch, sess.run(most))
            except tf.errors.OutOfRangeError:
                break
