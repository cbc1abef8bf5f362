# Which optimizer is the fastest? The same small network four times, each with its own optimizer.

import tensorflow as tf
import numpy as np

tf.set_random_seed(1)
np.random.seed(1)

LR = 0.01
BATCH_SIZE = 32

# fake data
x = np.linspace(-1, 1, 512)[:, np.newaxis]          # shape (512, 1)
noise = np.random.normal(0, 0.1, size=x.shape)
y = np.power(x, 2) + noise                          # shape (512, 1) + some noise

tf_x = tf.placeholder(tf.float32, [None, 1])
tf_y = tf.placeholder(tf.float32, [None, 1])

start = np.random.normal(0., .5, size=[1, 20])      # everyone starts at the same place


def line_up():
    w1 = tf.Variable(start, dtype=tf.float32)
    b1 = tf.Variable(tf.constant(0.1, shape=[20]))
    w2 = tf.Variable(tf.ones([20, 1]) * 0.05)
    return w1, b1, w2


sgd_w1, sgd_b1, sgd_w2 = line_up()
momentum_w1, momentum_b1, momentum_w2 = line_up()
nesterov_w1, nesterov_b1, nesterov_w2 = line_up()
rms_w1, rms_b1, rms_w2 = line_up()
adam_w1, adam_b1, adam_w2 = line_up()
adagrad_w1, adagrad_b1, adagrad_w2 = line_up()


def network_loss(w1, b1, w2):
    hidden = tf.nn.tanh(tf.matmul(tf_x, w1) + b1)
    return tf.losses.mean_squared_error(tf_y, tf.matmul(hidden, w2))


sgd_loss = network_loss(sgd_w1, sgd_b1, sgd_w2)
momentum_loss = network_loss(momentum_w1, momentum_b1, momentum_w2)
nesterov_loss = network_loss(nesterov_w1, nesterov_b1, nesterov_w2)
rms_loss = network_loss(rms_w1, rms_b1, rms_w2)
adam_loss = network_loss(adam_w1, adam_b1, adam_w2)
adagrad_loss = network_loss(adagrad_w1, adagrad_b1, adagrad_w2)

# the runners
sgd_train = tf.train.GradientDescentOptimizer(LR).minimize(sgd_loss)
momentum_train = tf.train.MomentumOptimizer(LR, momentum=0.9).minimize(momentum_loss)
nesterov_train = tf.train.MomentumOptimizer(LR, 0.9, use_nesterov=True).minimize(nesterov_loss)
rms_train = tf.train.RMSPropOptimizer(LR, decay=0.9, momentum=0.1).minimize(rms_loss)
adam_train = tf.train.AdamOptimizer(LR, beta1=0.9, beta2=0.99).minimize(adam_loss)
adagrad_train = tf.train.AdagradOptimizer(LR * 10).minimize(adagrad_loss)

losses = [sgd_loss, momentum_loss, nesterov_loss, rms_loss, adam_loss, adagrad_loss]
trains = [sgd_train, momentum_train, nesterov_train, rms_train, adam_train, adagrad_train]
labels = ['SGD', 'Momentum', 'Nesterov', 'RMSprop', 'Adam', 'Adagrad']

sess = tf.Session()
sess.run(tf.global_variables_initializer())
losses_his = [[], [], [], [], [], []]       # record loss

# training
for step in range(30):
    index = np.random.randint(0, x.shape[0], BATCH_SIZE)
    b_x = x[index]
    b_y = y[index]

    _, race = sess.run([trains, losses], {tf_x: b_x, tf_y: b_y})
    for history, value in zip(losses_his, race):
        history.append(value)

for label, history in zip(labels, losses_his):
    print('%-9s %.5f -> %.5f' % (label, history[0], np.mean(history[-10:])))
