import tensorflow as tf

training = True
x = tf.placeholder(tf.float32, [])
if training:
    y = x * 2.0
else:
    y = x * 3.0
training = False
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}), training)
