import tensorflow as tf

w = tf.Variable(2.0)
scale = w * 3.0
data = tf.data.Dataset.from_tensor_slices([1.0, 2.0, 3.0]).map(lambda v: v * scale)
iterator = data.make_initializable_iterator()
x = iterator.get_next()
shown = x + 1.0
raise_it = tf.assign(w, 5.0)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(iterator.initializer)
    print(sess.run(shown))
    sess.run(raise_it)
    print(sess.run(shown))
