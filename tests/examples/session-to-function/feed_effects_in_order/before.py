import tensorflow as tf

labels = tf.placeholder(tf.float32, [])
inputs = tf.placeholder(tf.float32, [])
difference = labels - inputs

stream = iter([1.0, 10.0, 2.0, 20.0])

with tf.Session() as sess:
    print(sess.run(difference, {inputs: next(stream), labels: next(stream)}))
    print(sess.run(difference, {labels: next(stream), inputs: next(stream)}))
