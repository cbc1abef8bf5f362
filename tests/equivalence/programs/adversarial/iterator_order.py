import numpy as np
import tensorflow as tf

values = np.arange(11).astype(np.int64)
shuffled = tf.data.Dataset.from_tensor_slices(values).repeat(2).shuffle(7, seed=5).batch(4, drop_remainder=True)
once = tf.data.Dataset.range(6).shuffle(6, seed=2, reshuffle_each_iteration=False).repeat(2).batch(5)
first = shuffled.make_one_shot_iterator()
second = tf.data.make_one_shot_iterator(once)
x = first.get_next()
y = second.get_next()
weights = tf.placeholder_with_default(2, [])
weighted = tf.reduce_sum(x) * tf.cast(weights, tf.int64)
both = tf.concat([x, y], 0)
alone = y + 1

with tf.Session() as sess:
    print(sess.run(weighted), sess.run(weighted, {weights: 3}))
    print(sess.run(both))
    print(sess.run(alone))
    try:
        for _ in range(9):
            print(sess.run(weighted))
    except tf.errors.OutOfRangeError:
        print("end")
    print(sess.run(weighted, {x: [1, 2, 3, 4]}))
    print(sess.run(alone))
    print(sess.run(alone, {y: [7]}))
