import numpy as np
import tensorflow as tf

np.random.seed(0)
tf.set_random_seed(0)

def tower(x, y, reuse):
    with tf.variable_scope('model', reuse=reuse):
        w = tf.get_variable('w', [4, 1], initializer=tf.zeros_initializer())
        return tf.reduce_mean(tf.square(tf.matmul(x, w) - y))

def average_gradients(tower_grads):
    average = []
    for grad_and_vars in zip(*tower_grads):
        grads = [g for g, _ in grad_and_vars]
        average.append((tf.reduce_mean(tf.stack(grads), 0), grad_and_vars[0][1]))
    return average

x = tf.placeholder(tf.float32, [8, 4])
y = tf.placeholder(tf.float32, [8, 1])
opt = tf.train.GradientDescentOptimizer(0.1)
x0, x1 = tf.split(x, 2)
y0, y1 = tf.split(y, 2)
loss0 = tower(x0, y0, False)
loss1 = tower(x1, y1, True)
losses = [loss0, loss1]
grads0 = opt.compute_gradients(loss0)
grads1 = opt.compute_gradients(loss1)
train = opt.apply_gradients([((a + b) / 2, v) for (a, v), (b, _) in zip(grads0, grads1)])
mean_loss = tf.reduce_mean(losses)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        xs = np.random.rand(8, 4)
        _, l = sess.run([train, mean_loss], {x: xs, y: xs.sum(1, keepdims=True)})
        print("%.4f" % l)
