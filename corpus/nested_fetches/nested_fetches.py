"""A two-headed regressor that asks for its results in every shape that run() knows."""
import numpy as np
import tensorflow as tf

np.random.seed(21)
tf.set_random_seed(21)

steps, batch = 40, 64

inputs = tf.placeholder(tf.float32, [None, 30])
price = tf.placeholder(tf.float32, [None, 1])
demand = tf.placeholder(tf.float32, [None, 1])

# the trunk
body = tf.layers.dense(inputs, 128, activation=tf.nn.relu, name='body')
body = tf.layers.dense(body, 128, activation=tf.nn.tanh,
                       kernel_initializer=tf.truncated_normal_initializer(stddev=0.1),  # small
                       name='body2')
# the heads
price_hat = tf.layers.dense(body, 1, name='price')
demand_hat = tf.layers.dense(body, 1, use_bias=False, name='demand')

price_loss = tf.losses.mean_squared_error(labels=price, predictions=price_hat)
demand_loss = tf.reduce_mean(tf.abs(demand - demand_hat))
total = price_loss + 0.5 * demand_loss
train_op = tf.train.AdagradOptimizer(0.05).minimize(total)

mix = np.random.randn(30, 2) / 5.


def batch_of(size):
    rows = np.random.randn(size, 30)
    answer = rows.dot(mix) + .05 * np.random.randn(size, 2)
    return rows, answer[:, :1], np.abs(answer[:, 1:])


sess = tf.Session()
sess.run(tf.global_variables_initializer())

for i in range(steps):
    rows, p, d = batch_of(batch)
    # a dict of fetches: results come back under the same keys
    out = sess.run({'train': train_op, 'loss': total}, feed_dict={inputs: rows, price: p, demand: d})
    if i % 20 == 0:
        print(i, 'total %.4f' % out['loss'])

rows, p, d = batch_of(200)

# a list in a tuple
(first, second), summed = sess.run(([price_loss, demand_loss], total), feed_dict={inputs: rows, price: p, demand: d})
print('losses %.4f %.4f together %.4f' % (first, second, summed))

# a dict of lists; one entry is a tuple
answers = sess.run({'hats': [price_hat, demand_hat], 'losses': (price_loss, demand_loss)},
                   feed_dict={inputs: rows[:5], price: p[:5], demand: d[:5]})
print('shapes', answers['hats'][0].shape, answers['hats'][1].shape)
print('of five rows', ' '.join('%.3f' % value for value in answers['losses']))

# and one value, picked at once
print('first hat %.3f' % sess.run([price_hat], {inputs: rows[:1]})[0][0, 0])
sess.close()
