"""Deterministic policy gradient: actor and critic with slowly following copies, and gradients fed into gradients."""
import numpy as np
import tensorflow as tf

np.random.seed(12)
tf.set_random_seed(12)
S_DIM, A_DIM, GAMMA, TAU = 3, 1, 0.9, 0.1

S = tf.placeholder(tf.float32, [None, S_DIM], 's')
R = tf.placeholder(tf.float32, [None, 1], 'r')
S_ = tf.placeholder(tf.float32, [None, S_DIM], 's_')


def build_a(s, scope, trainable):
    with tf.variable_scope(scope):
        net = tf.layers.dense(s, 8, activation=tf.nn.relu, name='l1', trainable=trainable)
        a = tf.layers.dense(net, A_DIM, activation=tf.nn.tanh, name='a', trainable=trainable)
        return tf.multiply(a, 2.0, name='scaled_a')


def build_c(s, a, scope, trainable):
    with tf.variable_scope(scope):
        n_l1 = 8
        w1_s = tf.get_variable('w1_s', [S_DIM, n_l1], trainable=trainable)
        w1_a = tf.get_variable('w1_a', [A_DIM, n_l1], trainable=trainable)
        b1 = tf.get_variable('b1', [1, n_l1], trainable=trainable)
        net = tf.nn.relu(tf.matmul(s, w1_s) + tf.matmul(a, w1_a) + b1)
        return tf.layers.dense(net, 1, trainable=trainable)  # Q(s,a)


with tf.variable_scope('Actor'):
    a = build_a(S, scope='eval', trainable=True)
    a_ = build_a(S_, scope='target', trainable=False)
with tf.variable_scope('Critic'):
    q = build_c(S, a, scope='eval', trainable=True)
    q_ = build_c(S_, a_, scope='target', trainable=False)

ae_params = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='Actor/eval')
at_params = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='Actor/target')
ce_params = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='Critic/eval')
ct_params = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='Critic/target')

# target net replacement
soft_replace = [[tf.assign(ta, (1 - TAU) * ta + TAU * ea), tf.assign(tc, (1 - TAU) * tc + TAU * ec)]
                for ta, ea, tc, ec in zip(at_params, ae_params, ct_params, ce_params)]

q_target = R + GAMMA * q_
td_error = tf.losses.mean_squared_error(labels=q_target, predictions=q)
ctrain = tf.train.AdamOptimizer(0.01).minimize(td_error, var_list=ce_params)

a_loss = - tf.reduce_mean(q)    # maximize the q
atrain = tf.train.AdamOptimizer(0.005).minimize(a_loss, var_list=ae_params)

sess = tf.Session()
sess.run(tf.global_variables_initializer())


def choose_action(s):
    return sess.run(a, {S: s[np.newaxis, :]})[0]


state = np.array([1., 0., 0.])
for i in range(14):
    action = np.clip(np.random.normal(choose_action(state), 0.5), -2, 2)
    bs = np.random.randn(10, S_DIM)
    bs[0] = state
    ba = np.random.uniform(-2, 2, (10, A_DIM))
    br = -np.square(bs[:, :1] - ba)
    bs_ = bs + 0.1 * ba
    # soft target replacement
    sess.run(soft_replace)
    sess.run(atrain, {S: bs})
    _, error = sess.run([ctrain, td_error], {S: bs, a: ba, R: br, S_: bs_})
    if i % 4 == 0:
        print(i, 'error %.4f' % error)
    state = bs_[0]
print('action %.3f' % choose_action(np.zeros(S_DIM))[0])
