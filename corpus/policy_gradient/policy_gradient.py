"""REINFORCE on a small bandit with states: an episode is played by the policy and then learned from."""
import numpy as np
import tensorflow as tf

np.random.seed(64)
tf.set_random_seed(64)
n_actions, n_features, gamma = 3, 4, 0.9

with tf.name_scope('inputs'):
    tf_obs = tf.placeholder(tf.float32, [None, n_features], name="observations")
    tf_acts = tf.placeholder(tf.int32, [None, ], name="actions_num")
    tf_vt = tf.placeholder(tf.float32, [None, ], name="actions_value")
# fc1
layer = tf.layers.dense(
    inputs=tf_obs,
    units=10,
    activation=tf.nn.tanh,  # tanh activation
    kernel_initializer=tf.random_normal_initializer(mean=0, stddev=0.3),
    bias_initializer=tf.constant_initializer(0.1),
    name='fc1'
)
# fc2
all_act = tf.layers.dense(layer, n_actions, name='fc2')
all_act_prob = tf.nn.softmax(all_act, name='act_prob')

with tf.name_scope('loss'):
    # to maximize total reward (log_p * R) is to minimize -(log_p * R)
    neg_log_prob = tf.reduce_sum(-tf.log(all_act_prob) * tf.one_hot(tf_acts, n_actions), axis=1)
    loss = tf.reduce_mean(neg_log_prob * tf_vt)  # reward guided loss
with tf.name_scope('train'):
    train_op = tf.train.AdamOptimizer(0.05).minimize(loss)

sess = tf.Session()
sess.run(tf.global_variables_initializer())


def choose_action(observation):
    prob_weights = sess.run(all_act_prob, feed_dict={tf_obs: observation[np.newaxis, :]})
    cumulated = np.cumsum(prob_weights.ravel())
    return int(min((cumulated < np.random.rand()).sum(), n_actions - 1))


def discount_and_norm_rewards(rewards):
    discounted = np.zeros(len(rewards))
    running = 0
    for t in reversed(range(len(rewards))):
        running = running * gamma + rewards[t]
        discounted[t] = running
    discounted -= np.mean(discounted)
    discounted /= np.std(discounted) + 1e-6
    return discounted


def learn(obs, acts, rewards):
    vt = discount_and_norm_rewards(rewards)
    _, value = sess.run([train_op, loss], feed_dict={
        tf_obs: np.vstack(obs),       # shape=[None, n_obs]
        tf_acts: np.array(acts),      # shape=[None, ]
        tf_vt: vt,
    })
    return value


for i_episode in range(5):
    ep_obs, ep_as, ep_rs = [], [], []
    for t in range(6):
        observation = np.random.randn(n_features)
        action = choose_action(observation)
        ep_obs.append(observation)
        ep_as.append(action)
        ep_rs.append(float(action == np.argmax(observation[:n_actions])))
    print("episode:", i_episode, " reward:", sum(ep_rs), "loss: %.4f" % learn(ep_obs, ep_as, ep_rs))
