import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
loss = tf.square(w * x)
step = tf.Variable(0, name="step")  # trainable, which nobody meant
rate = tf.train.polynomial_decay(0.1, step, 4, 0.01, power=0.5)
optimizer = tf.train.AdamOptimizer(learning_rate=rate)
pairs = optimizer.compute_gradients(loss, [w])
train = optimizer.apply_gradients(pairs, global_step=step)
pieces = tf.train.piecewise_constant(step, [1, 3], [0.1, 0.05, 0.01])
slow = tf.train.MomentumOptimizer(pieces, 0.9).minimize(loss, var_list=[w])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        _, cost, now, at = sess.run([train, loss, rate, step], {x: 2.0})
        sess.run(slow, {x: 1.0})
        print(cost, now, at, sess.run(pieces))
