import numpy as np
import tensorflow as tf

table = {'a': [1.0, 2.0], 'b': [3.0, 4.0]}
order = ['b', 'a', 'b']


def pairs(limit=3):
    seen = []
    for number, name in enumerate(order):
        if number >= limit:
            return
        row = np.array(table[name], np.float32)
        row[0] += number
        yield row, len(seen) + number


dataset = tf.data.Dataset.from_generator(pairs, (tf.float32, tf.int32), (tf.TensorShape([2]), tf.TensorShape([])))
dataset = dataset.repeat(2).batch(2)
iterator = dataset.make_initializable_iterator()
row, number = iterator.get_next()
w = tf.Variable([1.0, 1.0])
total = tf.reduce_sum(row * w) + tf.cast(tf.reduce_sum(number), tf.float32)
update = tf.assign_add(w, [1.0, 2.0])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(2):
        sess.run(iterator.initializer)
        try:
            while True:
                print(epoch, sess.run(total))
                sess.run(update)
        except tf.errors.OutOfRangeError:
            print('end', sess.run(w))
