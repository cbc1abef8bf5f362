import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
y = tf.add(x, 1.0, name="y")

with tf.Session() as sess:
    found = tf.get_default_graph().get_tensor_by_name("y:0")
    print(sess.run(found, {x: 1.0}))
