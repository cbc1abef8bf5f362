"""Curves for TensorBoard and text at the command line."""
import os
import sys
import tempfile

import numpy as np
import tensorflow as tf

log_dir = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()
np.random.seed(87)
data = np.random.rand(40, 5).astype(np.float32)
goal = (data.sum(1, keepdims=True) > 2.5).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 5], name='x')
t = tf.placeholder(tf.float32, [None, 1], name='t')
w = tf.Variable(np.random.normal(0, 0.2, (5, 1)).astype(np.float32), name='w')
b = tf.Variable(tf.zeros([1]), name='b')
logits = tf.matmul(x, w) + b
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=t, logits=logits))
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.round(tf.sigmoid(logits)), t), tf.float32))
train = tf.train.AdamOptimizer(0.05).minimize(loss)

tf.summary.scalar('loss', loss)
tf.summary.scalar('accuracy', accuracy)
tf.summary.histogram('w', w)
merged = tf.summary.merge_all()

sess = tf.Session()
writer = tf.summary.FileWriter(log_dir)
sess.run(tf.global_variables_initializer())
for step in range(10):
    if step % 3 == 0:
        summary, acc = sess.run([merged, accuracy], {x: data[30:], t: goal[30:]})
        writer.add_summary(summary, step)
        sys.stdout.write('%d: %.3f\n' % (step, acc))
    sess.run(train, {x: data[:30], t: goal[:30]})
writer.close()
print(len(os.listdir(log_dir)), 'file')
