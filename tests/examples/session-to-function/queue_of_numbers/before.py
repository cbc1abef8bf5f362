import numpy as np
import tensorflow as tf

data = np.arange(30, dtype=np.float32).reshape(2, 15)
i = tf.train.range_input_producer(5, shuffle=False).dequeue()
x = tf.strided_slice(data, [0, i * 3], [2, (i + 1) * 3])
w = tf.Variable(1.0)
total = tf.reduce_sum(x) * w
grow = tf.assign_add(w, 1.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    tf.train.start_queue_runners(sess=sess)
    for step in range(8):
        print(sess.run(total))
        sess.run(grow)
