import tensorflow as tf


def weight(shape):
    return tf.Variable(tf.ones(shape))


x = tf.placeholder(tf.float32, [None, 2])
w = weight([2, 1])
params = {"b": weight([1])}
loss = tf.reduce_sum(tf.matmul(x, w) + params["b"])
with tf.name_scope("training"):
    first = tf.train.AdamOptimizer(0.1).minimize(loss, var_list=[w])
with tf.variable_scope("late"):
    second = tf.train.RMSPropOptimizer(0.1, momentum=0.5).minimize(loss, var_list=[params["b"]])
saver = tf.train.Saver(max_to_keep=1)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        sess.run([first, second], {x: [[1.0, 2.0]]})
        saver.save(sess, "models/step", global_step=step)
