import tensorflow as tf

x = tf.placeholder(tf.float32, [None], name="x")
w = tf.get_variable("w", [], initializer=tf.zeros_initializer())
with tf.name_scope("cost"):
    tf.reduce_sum(tf.square(x - w), name="error")  # the squares
graph = tf.get_default_graph()
error = graph.get_tensor_by_name("cost/error:0")
tf.train.GradientDescentOptimizer(0.1).minimize(error, name="train")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    train = sess.graph.get_operation_by_name("train")
    for _ in range(3):
        sess.run([train], {"x:0": [1.0, 2.0]})
    print(sess.run(["cost/error:0", "w:0"], feed_dict={x: [1.0, 2.0]}))
