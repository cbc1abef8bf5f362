import tensorflow as tf

dataset = tf.data.Dataset.range(3)
iterator = dataset.make_one_shot_iterator()
element = iterator.get_next()
doubled = element * 2

with tf.Session() as sess:
    print(sess.run(doubled))
