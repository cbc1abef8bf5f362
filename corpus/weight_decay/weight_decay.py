"""A convolutional network in the manner of old tutorials: decayed variables and a collection of losses."""
import numpy as np
import tensorflow as tf

np.random.seed(20)
tf.set_random_seed(20)
BATCH = 8
images = np.random.rand(32, 6, 6, 1).astype(np.float32)
labels = (images.mean(axis=(1, 2, 3)) > 0.5).astype(np.int32)


def _variable(name, shape, initializer):
    var = tf.get_variable(name, shape, initializer=initializer, dtype=tf.float32)
    return var


def _variable_with_weight_decay(name, shape, stddev, wd):
    var = _variable(name, shape, tf.truncated_normal_initializer(stddev=stddev))
    if wd is not None:
        weight_decay = tf.multiply(tf.nn.l2_loss(var), wd, name='weight_loss')
        tf.add_to_collection('losses', weight_decay)
    return var


def inference(images):
    with tf.variable_scope('conv1') as scope:
        kernel = _variable_with_weight_decay('weights', shape=[3, 3, 1, 4], stddev=0.2, wd=None)
        conv = tf.nn.conv2d(images, kernel, [1, 1, 1, 1], padding='SAME')
        biases = _variable('biases', [4], tf.constant_initializer(0.0))
        conv1 = tf.nn.relu(tf.nn.bias_add(conv, biases), name=scope.name)
    pool1 = tf.nn.max_pool(conv1, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding='SAME', name='pool1')
    with tf.variable_scope('local2') as scope:
        reshape = tf.reshape(pool1, [-1, 36])
        weights = _variable_with_weight_decay('weights', shape=[36, 10], stddev=0.1, wd=0.004)
        biases = _variable('biases', [10], tf.constant_initializer(0.1))
        local2 = tf.nn.relu(tf.matmul(reshape, weights) + biases, name=scope.name)
    with tf.variable_scope('softmax_linear') as scope:
        weights = _variable_with_weight_decay('weights', [10, 2], stddev=0.1, wd=0.001)
        return tf.matmul(local2, weights)


def total_loss(logits, labels):
    cross_entropy = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)
    cross_entropy_mean = tf.reduce_mean(cross_entropy, name='cross_entropy')
    tf.add_to_collection('losses', cross_entropy_mean)
    return tf.add_n(tf.get_collection('losses'), name='total_loss')


x = tf.placeholder(tf.float32, [None, 6, 6, 1])
y = tf.placeholder(tf.int32, [None])
logits = inference(x)
loss = total_loss(logits, y)
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
top_k_op = tf.nn.in_top_k(logits, y, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(12):
        start = step * BATCH % 32
        _, loss_value = sess.run([train_op, loss], {x: images[start:start + BATCH], y: labels[start:start + BATCH]})
        assert not np.isnan(loss_value), 'Model diverged with loss = NaN'
        if step % 4 == 0:
            print('step %d, loss = %.4f' % (step, loss_value))
    print('precision %.3f' % sess.run(top_k_op, {x: images, y: labels}).mean())
