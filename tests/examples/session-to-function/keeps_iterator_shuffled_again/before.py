import tensorflow as tf

dataset = tf.data.Dataset.range(5).shuffle(5, seed=3).batch(2)
iterator = dataset.make_initializable_iterator()
numbers = iterator.get_next()
total = tf.reduce_sum(numbers)

sess = tf.Session()
for epoch in range(2):
    # from the beginning
    sess.run(iterator.initializer)
    while True:
        try:
            print(epoch, sess.run(total))
        except tf.errors.OutOfRangeError:
            break
