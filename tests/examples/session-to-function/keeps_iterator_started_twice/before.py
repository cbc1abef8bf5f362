import tensorflow as tf
a = tf.data.Dataset.range(3).batch(2)
b = tf.data.Dataset.range(5).batch(2)
it = tf.data.Iterator.from_structure(a.output_types, a.output_shapes)
n = it.get_next()
total = tf.reduce_sum(n)
ia = it.make_initializer(a)
ib = it.make_initializer(b, name="other")
with tf.Session() as sess:
    sess.run([ia, ib])
    print(sess.run(total))
