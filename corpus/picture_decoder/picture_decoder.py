"""A convolutional autoencoder: strided layers down, transposed layers up."""
import numpy as np
import tensorflow as tf

np.random.seed(55)
tf.set_random_seed(55)
pictures = np.zeros((24, 8, 8, 1), np.float32)
for n in range(24):
    pictures[n, n % 8, :, 0] = 1.0
    pictures[n, :, n % 5, 0] = 1.0
noisy = np.clip(pictures + 0.3 * np.random.randn(*pictures.shape), 0, 1)

inputs_ = tf.placeholder(tf.float32, (None, 8, 8, 1), name='inputs')
targets_ = tf.placeholder(tf.float32, (None, 8, 8, 1), name='targets')

### Encoder
conv1 = tf.layers.conv2d(inputs_, 6, (3, 3), padding='same', activation=tf.nn.relu)
maxpool1 = tf.layers.max_pooling2d(conv1, (2, 2), (2, 2), padding='same')
conv2 = tf.layers.conv2d(maxpool1, 4, (3, 3), strides=2, padding='same', activation=tf.nn.leaky_relu)
flat = tf.layers.flatten(conv2)
code = tf.layers.dense(flat, 5, name='code')

### Decoder
up = tf.reshape(tf.layers.dense(code, 2 * 2 * 4, activation=tf.nn.relu), (-1, 2, 2, 4))
upsample = tf.image.resize_nearest_neighbor(up, (4, 4))
conv3 = tf.layers.conv2d(upsample, 4, (3, 3), padding='same', activation=tf.nn.relu)
logits = tf.layers.conv2d_transpose(conv3, 1, 4, strides=2, padding='same')
decoded = tf.nn.sigmoid(logits, name='decoded')

loss = tf.nn.sigmoid_cross_entropy_with_logits(labels=targets_, logits=logits)
cost = tf.reduce_mean(loss)
opt = tf.train.AdamOptimizer(0.01).minimize(cost)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for e in range(3):
    for ii in range(0, 24, 8):
        batch_cost, _ = sess.run([cost, opt], feed_dict={inputs_: noisy[ii:ii + 8], targets_: pictures[ii:ii + 8]})
    print("Epoch: {}/{}...".format(e + 1, 3), "Training loss: {:.4f}".format(batch_cost))
reconstructed = sess.run(decoded, feed_dict={inputs_: noisy[:4]})
compressed = sess.run(code, feed_dict={inputs_: noisy[:4]})
print(reconstructed.shape, compressed.shape)
sess.close()
