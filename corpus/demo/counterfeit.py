"""A forger learns to make coins that the police takes for real ones."""
import numpy as np
import tensorflow as tf

import datasets

rng = np.random.RandomState(8)
tf.set_random_seed(8)

BATCH, NOISE, POINTS = 32, 8, 48

real = tf.placeholder(tf.float32, [None, POINTS])
ideas = tf.placeholder(tf.float32, [None, NOISE])

# the forger
F_W1 = tf.Variable(tf.random_normal([NOISE, 64], stddev=.2))
F_b1 = tf.Variable(tf.zeros([64]))
F_W2 = tf.Variable(tf.random_normal([64, POINTS], stddev=.2))
F_b2 = tf.Variable(tf.zeros([POINTS]))
forger_variables = [F_W1, F_b1, F_W2, F_b2]

# the police
P_W1 = tf.Variable(tf.random_normal([POINTS, 64], stddev=.2))
P_b1 = tf.Variable(tf.zeros([64]))
P_W2 = tf.Variable(tf.random_normal([64, 1], stddev=.2))
P_b2 = tf.Variable(tf.zeros([1]))
police_variables = [P_W1, P_b1, P_W2, P_b2]


def police(coins):
    hidden = tf.nn.relu(tf.matmul(coins, P_W1) + P_b1)
    return tf.nn.sigmoid(tf.matmul(hidden, P_W2) + P_b2)


forged = tf.matmul(tf.nn.tanh(tf.matmul(ideas, F_W1) + F_b1), F_W2) + F_b2
belief_real = police(real)
belief_forged = police(forged)

police_loss = -tf.reduce_mean(tf.log(belief_real + 1e-8) + tf.log(1. - belief_forged + 1e-8))
forger_loss = -tf.reduce_mean(tf.log(belief_forged + 1e-8))  # the usual trick: not log(1 - belief)

train_police = tf.train.AdamOptimizer(1e-3).minimize(police_loss, var_list=police_variables)
train_forger = tf.train.AdamOptimizer(1e-3).minimize(forger_loss, var_list=forger_variables)

sess = tf.Session()
sess.run(tf.global_variables_initializer())

for day in range(121):
    coins = datasets.coins(BATCH, rng)
    _, p_loss = sess.run([train_police, police_loss], {real: coins, ideas: rng.randn(BATCH, NOISE)})
    _, f_loss = sess.run([train_forger, forger_loss], {ideas: rng.randn(BATCH, NOISE)})
    if day % 40 == 0:
        print('day %3d police %.3f forger %.3f' % (day, p_loss, f_loss))

coin = sess.run(forged, {ideas: np.zeros((1, NOISE))})
print('a forged coin: mean %.3f, summit %.3f' % (coin.mean(), coin.max()))
