import numpy as np
import tensorflow as tf

# short names
layers = tf.layers
dense = layers.dense  # fully connected
mean = tf.reduce_mean
log = tf.log
cross_entropy = tf.nn.sigmoid_cross_entropy_with_logits

x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
hidden = dense(x, 3, activation=tf.nn.relu, name="hidden")
logits = dense(hidden, 1, name="logits")
loss = mean(cross_entropy(logits=logits, labels=y))
spread = mean(log(1.0 + tf.square(hidden)), 1, keep_dims=True)
optimizer = tf.train.AdamOptimizer
train = optimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        _, cost = sess.run([train, loss], {x: np.ones((2, 4)), y: np.ones((2, 1))})
        print(step, cost)
    print(sess.run(spread, {x: np.ones((2, 4))}))
