import tensorflow as tf

iterator = tf.data.Dataset.from_tensor_slices(([1, 2], [3, 4])).make_one_shot_iterator()
element = iterator.get_next()
with tf.Session() as sess:
    first, second = sess.run(element)
    print(first + second)
