import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3], name='x')
y = tf.placeholder(tf.float32, [None], name='y')
w = tf.Variable(tf.zeros([3, 1]), name='weights')
with tf.name_scope('Loss'):
    # how far off it is
    loss = tf.reduce_mean(tf.square(tf.squeeze(tf.matmul(x, w), 1) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

# what is looked at later
tf.summary.scalar('loss', loss)
# the weights, too
tf.summary.histogram('weights', w)  # all of them
with tf.name_scope('inputs'):
    tf.summary.scalar('largest x', tf.reduce_max(x))
merged = tf.summary.merge_all()

xs = np.ones([4, 3])
ys = np.arange(4.)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    writer = tf.summary.FileWriter('logs/train', sess.graph)
    for i in range(3):
        _, cost, summary = sess.run([train, loss, merged], {x: xs, y: ys})
        writer.add_summary(summary, i)  # every step
    writer.add_summary(sess.run(merged, {x: xs, y: ys}), global_step=3)
    writer.flush()
    writer.close()
    print(cost)
