import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
total = tf.reduce_sum(x)
print(total)
saver = tf.train.Saver()
tf.summary.tensor_summary("total", total)
y = tf.no_such_function(total)

with tf.Session() as sess:
    sess.run(total, {x: [1.0]})
    sess.run("total:0", {x: [1.0]})
