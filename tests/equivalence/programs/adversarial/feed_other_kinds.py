import tensorflow as tf

count = tf.placeholder(tf.int32, [None])
switch = tf.placeholder(tf.bool, [])
mask = tf.placeholder(tf.bool, [2])
floats = [1.0, 2.9, -2.9]
flag = 1
doubled = count * 2
chosen = tf.where(switch, 1.0, 2.0)
negated = tf.logical_not(mask)
with tf.Session() as sess:
    print(sess.run(doubled, {count: floats}), sess.run(doubled, {count: [3.7, 4]}))
    print(sess.run(chosen, {switch: flag}), sess.run(negated, {mask: [0, 2]}))
