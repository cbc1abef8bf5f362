import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
total = tf.reduce_sum(x)
mean = tf.reduce_mean(x)

with tf.Session() as sess:
    found = sess.run({"total": total, "mean": mean}, {x: [1.0, 2.0, 6.0]})
    print(found["total"], found["mean"])
