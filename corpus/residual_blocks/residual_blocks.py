"""A small residual network: functions that build blocks out of functions that build layers."""
import numpy as np
import tensorflow as tf

np.random.seed(50)
tf.set_random_seed(50)
pictures = np.random.rand(24, 8, 8, 2).astype(np.float32)
kinds = np.random.randint(0, 3, 24)
pictures[kinds == 1, :4] += 0.5
pictures[kinds == 2, :, 4:] += 0.5


def conv(inputs, filters, size, name, strides=1, activation=None):
    return tf.layers.conv2d(inputs, filters, size, strides=strides, padding='same', activation=activation, name=name)


def residual_block(inputs, filters, name):
    with tf.variable_scope(name):
        branch = conv(inputs, filters, 3, 'conv1', activation=tf.nn.relu)
        branch = conv(branch, filters, 3, 'conv2')
        return tf.nn.relu(inputs + branch)


images = tf.placeholder(tf.float32, [None, 8, 8, 2], name='images')
labels = tf.placeholder(tf.int32, [None], name='labels')

net = conv(images, 4, 3, 'stem', activation=tf.nn.relu)
net = residual_block(net, 4, 'block1')
net = tf.layers.max_pooling2d(net, 2, 2)
net = residual_block(net, 4, 'block2')
net = tf.reduce_mean(net, axis=[1, 2])     # global average pooling
logits = tf.layers.dense(net, 3, name='logits')

loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
train = tf.train.MomentumOptimizer(0.05, 0.9, use_nesterov=True).minimize(loss)
predictions = tf.argmax(logits, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(4):
        total = 0.
        for i in range(0, 24, 8):
            _, value = sess.run([train, loss], {images: pictures[i:i + 8], labels: kinds[i:i + 8]})
            total += value
        print('epoch %d: %.4f' % (epoch, total / 3))
    found = sess.run(predictions, {images: pictures})
    print('found %.3f' % np.mean(found == kinds))
