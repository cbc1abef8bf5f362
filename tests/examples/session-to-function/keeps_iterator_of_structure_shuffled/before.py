import tensorflow as tf
a = tf.data.Dataset.range(3).batch(2).shuffle(3, seed=1)
b = tf.data.Dataset.range(5).batch(2).shuffle(3, seed=1)
it = tf.data.Iterator.from_structure(a.output_types, a.output_shapes)
n = it.get_next()
total = tf.reduce_sum(n)
ia = it.make_initializer(a)
ib = it.make_initializer(b, name="other")

with tf.Session() as sess:
    for k in range(2):
        sess.run(ib)
        print(sess.run(total))
