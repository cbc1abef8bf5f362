import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
pairs = zip([2, 3], [4.0, 5.0])
outputs = []
for size, scale in pairs:
    w = tf.Variable(tf.ones([4, size]))
    outputs.append(tf.matmul(x, w) * scale)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(tf.concat(outputs, 1), {x: [[1.0, 2.0, 3.0, 4.0]]}))
