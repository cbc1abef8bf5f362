"""
Deep Q-learning with a replay memory and a target network.

The world is a corridor with ten cells. The agent starts in the middle; at the right end is a
reward of 1, at the left end one of -1. A state is the one-hot position plus some noise.
"""
import numpy as np
import tensorflow as tf

np.random.seed(1)
tf.set_random_seed(1)

# Hyper Parameters
BATCH_SIZE = 32
LR = 0.01                   # learning rate
EPSILON = 0.8               # greedy policy
GAMMA = 0.9                 # reward discount
TARGET_REPLACE_ITER = 20    # target update frequency
MEMORY_CAPACITY = 200
N_ACTIONS = 2
N_STATES = 10
MEMORY_COUNTER = 0          # for store experience
LEARNING_STEP_COUNTER = 0   # for target updating
MEMORY = np.zeros((MEMORY_CAPACITY, N_STATES * 2 + 2))     # initialize memory


def observe(position):
    return np.eye(N_STATES)[position] + np.random.normal(0., .01, N_STATES)


def move(position, action):
    """New position, reward, and whether the episode is over."""
    position += 1 if action == 1 else -1
    if position == N_STATES - 1:
        return position, 1., True
    if position == 0:
        return position, -1., True
    return position, 0., False


# tf placeholders
tf_s = tf.placeholder(tf.float32, [None, N_STATES])
tf_a = tf.placeholder(tf.int32, [None, ])
tf_r = tf.placeholder(tf.float32, [None, ])
tf_s_ = tf.placeholder(tf.float32, [None, N_STATES])

with tf.variable_scope('q'):        # evaluation network
    q_w1 = tf.get_variable('w1', [N_STATES, 64], initializer=tf.random_normal_initializer(0, 0.1))
    q_b1 = tf.get_variable('b1', [64], initializer=tf.zeros_initializer())
    q_w2 = tf.get_variable('w2', [64, N_ACTIONS], initializer=tf.random_normal_initializer(0, 0.1))
    q_b2 = tf.get_variable('b2', [N_ACTIONS], initializer=tf.zeros_initializer())
    l_eval = tf.nn.relu(tf.matmul(tf_s, q_w1) + q_b1)
    q = tf.matmul(l_eval, q_w2) + q_b2

with tf.variable_scope('q_next'):   # target network, not to train
    t_w1 = tf.get_variable('w1', [N_STATES, 64], initializer=tf.random_normal_initializer(0, 0.1), trainable=False)
    t_b1 = tf.get_variable('b1', [64], initializer=tf.zeros_initializer(), trainable=False)
    t_w2 = tf.get_variable('w2', [64, N_ACTIONS], initializer=tf.random_normal_initializer(0, 0.1), trainable=False)
    t_b2 = tf.get_variable('b2', [N_ACTIONS], initializer=tf.zeros_initializer(), trainable=False)
    l_target = tf.nn.relu(tf.matmul(tf_s_, t_w1) + t_b1)
    q_next = tf.matmul(l_target, t_w2) + t_b2

e_params = [q_w1, q_b1, q_w2, q_b2]
t_params = [t_w1, t_b1, t_w2, t_b2]
replace_target_op = [tf.assign(t, e) for t, e in zip(t_params, e_params)]

q_target = tf_r + GAMMA * tf.reduce_max(q_next, axis=1)                   # shape=(None, )
a_one_hot = tf.one_hot(tf_a, depth=N_ACTIONS, dtype=tf.float32)
q_wrt_a = tf.reduce_sum(q * a_one_hot, axis=1)                            # shape=(None, ), q for current state

loss = tf.reduce_mean(tf.squared_difference(tf.stop_gradient(q_target), q_wrt_a))
train_op = tf.train.AdamOptimizer(LR).minimize(loss)

sess = tf.Session()
sess.run(tf.global_variables_initializer())


def choose_action(s):
    s = s[np.newaxis, :]
    if np.random.uniform() < EPSILON:
        # forward feed the observation and get q value for every actions
        actions_value = sess.run(q, feed_dict={tf_s: s})
        action = np.argmax(actions_value)
    else:
        action = np.random.randint(0, N_ACTIONS)
    return action


def store_transition(s, a, r, s_):
    global MEMORY_COUNTER
    transition = np.hstack((s, [a, r], s_))
    # replace the old memory with new memory
    index = MEMORY_COUNTER % MEMORY_CAPACITY
    MEMORY[index, :] = transition
    MEMORY_COUNTER += 1


def learn():
    # update target net
    global LEARNING_STEP_COUNTER
    if LEARNING_STEP_COUNTER % TARGET_REPLACE_ITER == 0:
        sess.run(replace_target_op)
    LEARNING_STEP_COUNTER += 1

    # learning
    sample_index = np.random.choice(min(MEMORY_COUNTER, MEMORY_CAPACITY), BATCH_SIZE)
    b_memory = MEMORY[sample_index, :]
    b_s = b_memory[:, :N_STATES]
    b_a = b_memory[:, N_STATES].astype(int)
    b_r = b_memory[:, N_STATES+1]
    b_s_ = b_memory[:, -N_STATES:]
    _, cost = sess.run([train_op, loss], {tf_s: b_s, tf_a: b_a, tf_r: b_r, tf_s_: b_s_})
    return cost


print('Collecting experience...')
for i_episode in range(5):
    place = N_STATES // 2
    s = observe(place)
    ep_r = 0
    for t in range(40):
        a = choose_action(s)
        place, r, done = move(place, a)
        s_ = observe(place)
        store_transition(s, a, r, s_)

        ep_r += r
        if MEMORY_COUNTER > BATCH_SIZE:
            cost = learn()
            if done:
                print('Ep: ', i_episode, '| Ep_r: ', round(ep_r, 2), '| loss: %.4f' % cost)
        if done:
            break
        s = s_

print('q of the middle:', np.round(sess.run(q, {tf_s: np.eye(N_STATES)[5:6]}), 3))
