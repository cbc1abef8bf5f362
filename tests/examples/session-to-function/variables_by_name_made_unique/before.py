import tensorflow as tf

x = tf.placeholder(tf.float32, [])
a = tf.Variable(1.0, name="w")
b = tf.Variable(2.0, name="w")  # TensorFlow calls it w_1
loss = tf.square(x * a * b - 1.0)
chosen = [v for v in tf.trainable_variables() if v.name.endswith("w:0")]
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=chosen)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: 1.0})
    print(sess.run([a, b]))
