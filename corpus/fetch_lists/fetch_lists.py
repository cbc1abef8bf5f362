"""What is fetched is kept in variables: a list that grew, a dictionary, and lists put together."""
import numpy as np
import tensorflow as tf

np.random.seed(42)
n_tasks = 3
features = np.random.normal(size=(80, 5)).astype(np.float32)
answers = np.stack([features.sum(1), features[:, 0] - features[:, 1], np.abs(features[:, 2])], 1).astype(np.float32)

inputs = tf.placeholder(tf.float32, shape=(None, 5), name='inputs')
targets = tf.placeholder(tf.float32, shape=(None, n_tasks), name='targets')

shared = tf.layers.dense(inputs, 12, tf.nn.relu, kernel_initializer=tf.random_uniform_initializer(-.4, .4, seed=1))
predictions = []
losses = []
for task in range(n_tasks):
    out = tf.layers.dense(shared, 1, kernel_initializer=tf.random_uniform_initializer(-.4, .4, seed=2 + task))
    predictions.append(out)
    losses.append(tf.reduce_mean(tf.square(out - targets[:, task:task + 1])))

total_loss = tf.add_n(losses)
train_op = tf.train.RMSPropOptimizer(0.01).minimize(total_loss)

train_fetches = [train_op, total_loss]
valid_fetches = {'total': total_loss, 'tasks': losses}

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(24):
        rows = np.random.choice(60, 20, replace=False)
        feed = {inputs: features[rows], targets: answers[rows]}
        _, value = sess.run(train_fetches, feed_dict=feed)
        if step % 8 == 7:
            valid = sess.run(valid_fetches, feed_dict={inputs: features[60:], targets: answers[60:]})
            print('step %d: train %.4f valid %.4f' % (step, value, valid['total']))
            print('   by task', ['%.4f' % v for v in valid['tasks']])

    guesses = sess.run(predictions, {inputs: features[:2]})
    print('guesses', [np.round(g[:, 0], 3).tolist() for g in guesses])
    results = sess.run(losses + [total_loss], {inputs: features, targets: answers})
    print('sum %.4f is %.4f' % (sum(results[:-1]), results[-1]))
