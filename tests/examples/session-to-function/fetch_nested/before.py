import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
total = tf.reduce_sum(x)
mean = tf.reduce_mean(x)
largest = tf.reduce_max(x)

with tf.Session() as sess:
    found = sess.run({"sums": [total, mean], "peak": (largest,)}, {x: [1.0, 2.0, 6.0]})
    print(found["sums"][1], found["peak"][0])
