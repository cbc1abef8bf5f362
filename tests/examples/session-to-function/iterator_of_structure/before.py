import tensorflow as tf

first, second = tf.data.Dataset.range(3), tf.data.Dataset.range(5)
iterator = tf.data.Iterator.from_structure(first.output_types, first.output_shapes)
element = iterator.get_next()
total = element + 1
start_first = iterator.make_initializer(first)
start_second = iterator.make_initializer(second, name="second")

with tf.Session() as sess:
    for epoch in range(2):
        if epoch:
            sess.run(start_first)
        else:
            # all of it
            sess.run(start_second)
        try:
            while True:
                print(sess.run(total))
        except tf.errors.OutOfRangeError:
            pass
