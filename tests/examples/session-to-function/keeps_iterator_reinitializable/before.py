import tensorflow as tf

first, second = tf.data.Dataset.range(3), tf.data.Dataset.range(5)
iterator = tf.data.Iterator.from_structure(first.output_types, first.output_shapes)
start = iterator.make_initializer(second)
element = iterator.get_next()
with tf.Session() as sess:
    sess.run(start)
    print(sess.run(element + 1))
