"""Everything that is run is asked for by its name in the graph."""
import numpy as np
import tensorflow as tf

np.random.seed(8)
xs = np.linspace(-1, 1, 50, dtype=np.float32).reshape(-1, 1)
ys = (np.square(xs) - 0.5 + 0.05 * np.random.randn(50, 1)).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 1], name='x')
y = tf.placeholder(tf.float32, [None, 1], name='y')
with tf.variable_scope('net'):
    w1 = tf.get_variable('w1', initializer=tf.constant(np.random.randn(1, 8).astype(np.float32)))
    w2 = tf.get_variable('w2', initializer=tf.constant(np.random.randn(8, 1).astype(np.float32) * 0.3))
    hidden = tf.nn.relu(tf.matmul(x, w1), name='hidden')
    tf.matmul(hidden, w2, name='prediction')

graph = tf.get_default_graph()
prediction = graph.get_tensor_by_name('net/prediction:0')
loss = tf.reduce_mean(tf.square(y - prediction), name='loss')
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, name='train')

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(30):
        sess.run('train', feed_dict={'x:0': xs, 'y:0': ys})
        if i % 10 == 0:
            print(i, '%.5f' % sess.run('loss:0', feed_dict={'x:0': xs, 'y:0': ys}))
    out, units = sess.run(['net/prediction:0', hidden], feed_dict={x: xs[:3]})
    print(np.round(out.ravel(), 4), units.shape)
