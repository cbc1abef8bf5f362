import tensorflow as tf

left = tf.placeholder(tf.float32, [None, 2])
right = tf.placeholder(tf.float32, [None, 2])

with tf.variable_scope("tower"):
    w = tf.get_variable("w", [2, 1], initializer=tf.ones_initializer())
    left_score = tf.matmul(left, w)
with tf.variable_scope("tower", reuse=True):
    w_again = tf.get_variable("w", [2, 1])
    right_score = tf.matmul(right, w_again)
margin = tf.reduce_sum(left_score - right_score)
train = tf.train.GradientDescentOptimizer(0.1).minimize(margin)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        _, found = sess.run([train, margin], {left: [[1.0, 2.0]], right: [[1.0, 0.0]]})
        print(found)
