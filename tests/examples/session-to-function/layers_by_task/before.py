import tensorflow as tf

n_tasks = 3
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, n_tasks])
shared = tf.layers.dense(x, 5)

init = tf.random_normal_initializer(stddev=0.1)
predictions, losses = [], []
# a head for each task
for task in range(n_tasks):
    # of two layers
    inner = tf.layers.dense(shared, 3, tf.nn.relu, kernel_initializer=init)  # rectified
    out = tf.layers.dense(inner, 1, kernel_initializer=tf.random_uniform_initializer(-0.4, 0.4, seed=task))
    predictions.append(out)
    losses.append(tf.reduce_mean(tf.square(out - y[:, task:task + 1])))

total = tf.add_n(losses)
train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(total)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    feed = {x: [[1.0, 2.0, 3.0, 4.0]], y: [[1.0, 2.0, 3.0]]}
    sess.run(train, feed_dict=feed)
    print([loss.shape for loss in sess.run(losses, feed_dict=feed)], sess.run(total, feed_dict=feed) > 0)
