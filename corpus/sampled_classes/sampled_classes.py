"""Many classes: a sampled softmax while training, the full one to ask."""
import numpy as np
import tensorflow as tf

np.random.seed(81)
tf.set_random_seed(81)
classes, width = 40, 8
users = np.random.randint(0, 12, 96)
items = (users * 3 + np.random.randint(0, 2, 96)) % classes

user = tf.placeholder(tf.int64, [None], name='user')
item = tf.placeholder(tf.int64, [None, 1], name='item')
table = tf.get_variable('table', [12, width], initializer=tf.random_uniform_initializer(-0.5, 0.5))
softmax_w = tf.get_variable('softmax_w', [classes, width], initializer=tf.truncated_normal_initializer(stddev=0.3))
softmax_b = tf.get_variable('softmax_b', [classes], initializer=tf.zeros_initializer())

vector = tf.nn.embedding_lookup(table, user)
sampled = tf.nn.sampled_softmax_loss(softmax_w, softmax_b, item, vector, 6, classes)
loss = tf.reduce_mean(sampled)
train = tf.train.AdagradOptimizer(0.3).minimize(loss)

scores = tf.nn.softmax(tf.matmul(vector, tf.transpose(softmax_w)) + softmax_b)
values, best = tf.nn.top_k(scores, 2)

sess = tf.InteractiveSession()
sess.run(tf.global_variables_initializer())
for epoch in range(4):
    total = 0.0
    for i in range(0, 96, 24):
        feed = {user: users[i:i + 24], item: items[i:i + 24, None]}
        _, cost = sess.run([train, loss], feed)
        total += cost
    print('epoch %d: %.3f' % (epoch, total / 4))
found, likely = sess.run([best, values], {user: [0, 1, 2]})
print(found.shape, np.round(likely[:, 0], 4))
sess.close()
