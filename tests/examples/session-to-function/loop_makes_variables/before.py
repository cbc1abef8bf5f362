import tensorflow as tf

sizes = [2, 3]
x = tf.placeholder(tf.float32, [None, 4])

# one projection for each size
outputs = []
for i, size in enumerate(sizes):
    with tf.name_scope("projection-%s" % size):
        shape = [4, size]
        # the weights
        w = tf.Variable(tf.truncated_normal(shape, stddev=0.1), name="w")  # drawn
        b = tf.Variable(tf.constant(0.1, shape=[size]), name="b")
        output = tf.nn.bias_add(tf.matmul(x, w), b)  # not rectified
        outputs.append(output)

together = tf.concat(outputs, 1)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(together, {x: [[1.0, 2.0, 3.0, 4.0]]}).shape)
