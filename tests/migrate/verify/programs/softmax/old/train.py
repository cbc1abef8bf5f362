import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
images = rng.rand(600, 20).astype(np.float32)
labels = np.eye(4, dtype=np.float32)[rng.randint(0, 4, 600)]

x = tf.placeholder(tf.float32, [None, 20])
y_ = tf.placeholder(tf.float32, [None, 4])
W = tf.Variable(tf.truncated_normal([20, 4], stddev=0.1))
b = tf.Variable(tf.zeros([4]))
y = tf.nn.softmax(tf.matmul(x, W) + b)
cross_entropy = tf.reduce_mean(-tf.reduce_sum(y_ * tf.log(y), reduction_indices=[1]))
train_step = tf.train.GradientDescentOptimizer(0.5).minimize(cross_entropy)
correct = tf.equal(tf.argmax(y, 1), tf.argmax(y_, 1))
accuracy = tf.reduce_mean(tf.cast(correct, tf.float32))

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for i in range(12):
    batch = slice(i * 50, i * 50 + 50)
    _, loss = sess.run([train_step, cross_entropy], feed_dict={x: images[batch], y_: labels[batch]})
    print(i, loss)
print("accuracy", sess.run(accuracy, feed_dict={x: images, y_: labels}))
