import tensorflow as tf

w = tf.Variable([3.0, 4.0])
loss = tf.reduce_sum(tf.square(w))
optimizer = tf.train.GradientDescentOptimizer(0.1)
grads_and_vars = optimizer.compute_gradients(loss)
clipped = [(tf.clip_by_value(grad, -1.0, 1.0), var) for grad, var in grads_and_vars]
train_op = optimizer.apply_gradients(clipped)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        sess.run(train_op)
    print(sess.run(w))
