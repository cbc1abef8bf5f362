import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(2.0)
y = x * w
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(tf.square(y)))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [1.0]})
    w, value = sess.run([w, y], {x: [3.0]})  # the number
    print("w", w, [w * each for each in value])
    print(sess.run(y, {x: [4.0]}))
w_value = w
