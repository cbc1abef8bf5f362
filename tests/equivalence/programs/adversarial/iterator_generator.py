import tensorflow as tf


def count():
    for number in range(4):
        print("made", number)
        yield number


numbers = tf.data.Dataset.from_generator(count, tf.int64, []).make_one_shot_iterator()
number = numbers.get_next()
doubled = number * 2

with tf.Session() as sess:
    print(sess.run(doubled))
    print(sess.run(doubled))
