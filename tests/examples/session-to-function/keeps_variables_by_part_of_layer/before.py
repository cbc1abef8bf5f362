import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y = tf.layers.dense(x, 1, name="out")
loss = tf.reduce_mean(y)
kernels = [v for v in tf.trainable_variables() if "kernel" in v.name]
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=kernels)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([train, loss], {x: [[1.0, 2.0]]}))
