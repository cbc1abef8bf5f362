import tensorflow as tf

count = tf.placeholder(tf.int32, [None])
switch = tf.placeholder(tf.bool, [])
doubled = count * 2
chosen = tf.where(switch, 1.0, 2.0)
floats = [1.0, 2.9]
numbers = [1, 2]
flag = 1
with tf.Session() as sess:
    print(sess.run(doubled, {count: floats}), sess.run(doubled, {count: [3.7, 4]}))
    print(sess.run(doubled, {count: numbers}), sess.run(chosen, {switch: flag}))
