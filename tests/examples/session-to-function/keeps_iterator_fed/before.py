import tensorflow as tf

values = tf.placeholder(tf.float32, [None])
iterator = tf.data.Dataset.from_tensor_slices(values).make_initializable_iterator()
element = iterator.get_next()
with tf.Session() as sess:
    sess.run(iterator.initializer, {values: [1.0, 2.0]})
    print(sess.run(element * 2.0))
