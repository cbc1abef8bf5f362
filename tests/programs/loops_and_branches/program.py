import tensorflow as tf

deep = True
x = tf.placeholder(tf.float32, [None])
if deep:
    h = tf.nn.relu(x)
else:
    h = x
for factor in (1.0, 2.0):
    h = h * factor
out = tf.reduce_sum(h)

with tf.Session() as sess:
    while True:
        value = sess.run(out, {x: [1.0]})
        if value > 1.0:
            print(sess.run(h, {x: [value]}))
            break
