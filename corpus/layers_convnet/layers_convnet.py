# A convolutional network built from tf.layers.
#   images 16x16 -> conv 5x5x8 -> pool -> conv 5x5x16 -> pool -> dense 64 -> 4 classes
import numpy as np
import tensorflow as tf

np.random.seed(3)
tf.set_random_seed(3)

BATCH_SIZE = 32
LR = 0.002              # learning rate
STEPS = 22


def stripes(count):
    """Images of stripes in four directions, with noise."""
    labels = np.random.randint(4, size=count)
    row, column = np.mgrid[0:16, 0:16]
    waves = np.stack([np.sin(row), np.sin(column), np.sin(.7 * (row + column)), np.sin(.7 * (row - column))])
    return (waves[labels] + np.random.normal(scale=.6, size=(count, 16, 16))).astype('float32'), labels


train_x, train_y = stripes(1000)
test_x, test_y = stripes(200)
print(train_x.shape)     # (1000, 16, 16)

tf_x = tf.placeholder(tf.float32, [None, 16, 16])
image = tf.reshape(tf_x, [-1, 16, 16, 1])              # (batch, height, width, channel)
tf_y = tf.placeholder(tf.int32, [None, ])              # class numbers
tf_is_training = tf.placeholder(tf.bool, None)         # to control dropout when training and testing

# CNN
conv1 = tf.layers.conv2d(   # shape (16, 16, 1)
    inputs=image,
    filters=8,
    kernel_size=5,
    strides=1,
    padding='same',
    activation=tf.nn.relu
)           # -> (16, 16, 8)
pool1 = tf.layers.max_pooling2d(
    conv1,
    pool_size=2,
    strides=2,
)           # -> (8, 8, 8)
conv2 = tf.layers.conv2d(pool1, 16, 5, 1, 'same', activation=tf.nn.relu)    # -> (8, 8, 16)
pool2 = tf.layers.max_pooling2d(conv2, 2, 2)    # -> (4, 4, 16)
flat = tf.layers.flatten(pool2)                 # -> (4*4*16, )
hidden = tf.layers.dense(flat, 64, tf.nn.relu)
hidden = tf.layers.dropout(hidden, rate=0.4, training=tf_is_training)
output = tf.layers.dense(hidden, 4)             # output layer

loss = tf.losses.sparse_softmax_cross_entropy(labels=tf_y, logits=output)    # compute cost
train_op = tf.train.AdamOptimizer(LR).minimize(loss)

correct = tf.equal(tf.argmax(output, axis=1), tf.cast(tf_y, tf.int64))
accuracy = tf.reduce_mean(tf.cast(correct, tf.float32))

sess = tf.Session()
init_op = tf.global_variables_initializer()
sess.run(init_op)     # initialize var in graph

for step in range(STEPS):
    pick = np.random.choice(len(train_x), BATCH_SIZE)
    _, loss_ = sess.run([train_op, loss], {tf_x: train_x[pick], tf_y: train_y[pick], tf_is_training: True})
    if step % 20 == 0:
        accuracy_, flat_ = sess.run([accuracy, flat], {tf_x: test_x, tf_y: test_y, tf_is_training: False})
        print('Step:', step, '| train loss: %.4f' % loss_, '| test accuracy: %.2f' % accuracy_, flat_.shape)

# print 10 predictions from test data
test_output = sess.run(output, {tf_x: test_x[:10], tf_is_training: False})
pred_y = np.argmax(test_output, 1)
print(pred_y, 'prediction number')
print(test_y[:10], 'real number')
sess.close()
