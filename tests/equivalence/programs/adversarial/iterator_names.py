import tensorflow as tf

data = tf.data.Dataset.range(4)
iterator = data.make_initializable_iterator()
x = iterator.get_next()
doubled = x * 2
data = tf.data.Dataset.range(10, 14)
other = data.make_one_shot_iterator()
y = other.get_next()
sums = y + 100

with tf.Session() as sess:
    sess.run(iterator.initializer)
    print(sess.run(doubled), sess.run(sums), sess.run(doubled))
