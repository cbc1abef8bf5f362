import tensorflow as tf

pairs = zip([1, 2, 3, 4], [5, 6, 7, 8])


def examples():
    for first, second in pairs:
        yield first * second


dataset = tf.data.Dataset.from_generator(examples, tf.int32, tf.TensorShape([]))
iterator = dataset.make_one_shot_iterator()
element = iterator.get_next()
total = element + 1
with tf.Session() as sess:
    print(sess.run(total))
    print(next(pairs))
    print(sess.run(total))
