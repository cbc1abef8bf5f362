import numpy as np
import tensorflow as tf


def examples():
    for each in range(3):
        yield each * step


dataset = tf.data.Dataset.from_generator(examples, tf.int32, tf.TensorShape([]))
iterator = dataset.make_one_shot_iterator()
element = iterator.get_next()
total = element + 1
with tf.Session() as sess:
    for step in range(3):
        print(sess.run(total))
