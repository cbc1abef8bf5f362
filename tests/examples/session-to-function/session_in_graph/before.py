import tensorflow as tf

graph = tf.Graph()
with graph.as_default():
    x = tf.placeholder(tf.float32, [None])
    y = x * 3.0

    with tf.Session(graph=graph) as sess:
        print(sess.run(y, feed_dict={x: [1.0]}))
