import numpy as np
import tensorflow as tf

def examples():
    while True:
        yield np.random.rand(3)

dataset = tf.data.Dataset.from_generator(examples, tf.float32, tf.TensorShape([3]))
iterator = dataset.make_one_shot_iterator()
row = iterator.get_next()
total = tf.reduce_sum(row)
with tf.Session() as sess:
    for step in range(3):
        print(sess.run(total))
