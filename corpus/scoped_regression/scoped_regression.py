# Nonlinear regression. Variables come from get_variable under scopes, and the learning rate is fed.
import numpy as np
import tensorflow as tf

np.random.seed(2)
tf.set_random_seed(2)

INITIAL_RATE = 0.2
DECAY = 0.97   # per epoch

data_x = np.random.uniform(-2., 2., size=(4000, 16)).astype(np.float32)
data_y = np.sin(data_x[:, :4]).sum(axis=1) + 0.1 * (data_x[:, 4:] ** 2).sum(axis=1)

x = tf.placeholder(tf.float32, [None, 16], name="x")
y = tf.placeholder(tf.float32, [None], name="y")
rate = tf.placeholder(tf.float32, [], name="rate")

with tf.variable_scope("layers"):
    with tf.variable_scope("first"):
        w1 = tf.get_variable("w", [16, 512])
        b1 = tf.get_variable("b", [512], initializer=tf.zeros_initializer())
        h1 = tf.nn.relu(tf.matmul(x, w1) + b1)
    with tf.variable_scope("second"):
        w2 = tf.get_variable("w", [512, 512], initializer=tf.glorot_uniform_initializer())
        b2 = tf.get_variable("b", [512], initializer=tf.zeros_initializer())
        h2 = tf.nn.relu(tf.matmul(h1, w2) + b2)

with tf.variable_scope("head"):
    w = tf.get_variable("w", [512, 1], initializer=tf.random_uniform_initializer(-0.05, 0.05))
    b = tf.get_variable("b", [1], initializer=tf.constant_initializer(0.5))

score = tf.squeeze(tf.matmul(h2, w) + b, 1)  # one number per row
error = tf.square(score - y)
loss = tf.reduce_mean(error)
worst = tf.reduce_max(error)

# clip the gradients by hand: the loss is steep in the corners
optimizer = tf.train.MomentumOptimizer(rate, 0.5)
grads_and_vars = optimizer.compute_gradients(loss)
clipped = [(tf.clip_by_norm(g, 1.0), v) for g, v in grads_and_vars]
train = optimizer.apply_gradients(clipped)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    lr = INITIAL_RATE
    for epoch in range(3):
        for step in range(6):
            low = (epoch * 6 + step) * 128 % 3840
            batch = slice(low, low + 128)
            _, cost = sess.run([train, loss], {x: data_x[batch], y: data_y[batch], rate: lr})
        lr *= DECAY
        print("epoch %d rate %.4f cost %.4f" % (epoch, lr, cost))
    held_x, held_y = data_x[-160:], data_y[-160:]
    print("held out: %.4f, worst %.4f" % tuple(sess.run([loss, worst], {x: held_x, y: held_y})))
    print(np.round(sess.run(score, {x: held_x[:3]}), 3))
