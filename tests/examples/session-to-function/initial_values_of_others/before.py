import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
layer = {"w": tf.Variable(tf.random_normal([2, 1], stddev=0.1))}
w = layer["w"]
# begins where w begins
average = tf.Variable(layer["w"].initialized_value(), trainable=False, name="average")
double = tf.Variable(w.initialized_value() * 2.0, trainable=False)
start = tf.get_variable("start", initializer=tf.stack([w.initial_value, average.initialized_value()]), trainable=False)
loss = tf.reduce_mean(tf.matmul(x, w))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run([w, average, double, start]))
