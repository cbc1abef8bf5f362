import numpy as np
import tensorflow as tf

rows = np.linspace(-1, 1, 16).reshape(8, 2).astype(np.float32)
goal = rows.sum(1, keepdims=True)
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable([[0.5], [-0.25]])
fixed = tf.Variable(3.0, trainable=False)
b = tf.Variable([0.125])
unused = tf.Variable([1.0])
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) * fixed + b - y)) + 0.0 * tf.reduce_sum(unused)
opt = tf.train.MomentumOptimizer(0.05, 0.5)
trained = tf.trainable_variables()
variable = "taken"
sums = [tf.Variable(tf.zeros_like(v.initialized_value()), trainable=False) for v in trained]
zero = [total.assign(tf.zeros_like(total)) for total in sums]
pairs = opt.compute_gradients(loss, var_list=trained)
add = [sums[i].assign_add(pair[0]) for i, pair in enumerate(pairs)]
half = opt.apply_gradients([(total / 2.0, pair[1]) for total, pair in zip(sums, pairs)])
slow = tf.train.RMSPropOptimizer(0.01, epsilon=0.1)
train = slow.apply_gradients(zip(sums, trained))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        sess.run(zero)
        for i in range(4):
            sess.run(add, {x: rows[2 * i:2 * i + 2], y: goal[2 * i:2 * i + 2]})
        sess.run(half)
        sess.run(train)
        print(sess.run(loss, {x: rows, y: goal}), sess.run(w).ravel(), sess.run(b))
    w, sums = sess.run([w, sums])
    print(w.ravel(), [each.ravel().tolist() for each in sums], variable)
    print(sess.run(loss, {x: rows, y: goal}))
