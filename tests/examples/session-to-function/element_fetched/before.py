import tensorflow as tf

iterator = tf.data.Dataset.range(3).make_one_shot_iterator()
element = iterator.get_next()
with tf.Session() as sess:
    print(sess.run(element))
