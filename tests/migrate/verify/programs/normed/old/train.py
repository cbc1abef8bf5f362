import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
images = rng.rand(160, 8, 8, 1).astype(np.float32)
labels = rng.randint(0, 3, 160)

x = tf.placeholder(tf.float32, [None, 8, 8, 1])
y = tf.placeholder(tf.int64, [None])
training = tf.placeholder(tf.bool)
net = tf.layers.conv2d(x, 6, 3, padding="same")
net = tf.layers.batch_normalization(net, training=training, fused=False)
net = tf.nn.relu(net)
net = tf.layers.flatten(tf.layers.max_pooling2d(net, 2, 2))
logits = tf.layers.dense(net, 3)
loss = tf.losses.sparse_softmax_cross_entropy(y, logits)
prediction = tf.argmax(logits, 1)
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    train = tf.train.AdamOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(8):
        feed = {x: images[20 * i : 20 * i + 20], y: labels[20 * i : 20 * i + 20], training: True}
        _, value = sess.run((train, loss), feed)
        print("loss", value)
    print(sess.run({"p": prediction, "l": loss}, {x: images, y: labels, training: False})["p"].sum())
