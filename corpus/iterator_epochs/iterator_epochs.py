"""One iterator for two datasets: it is started anew for training and for testing, each until its end."""
import numpy as np
import tensorflow as tf

np.random.seed(36)
tf.set_random_seed(36)
features = np.random.randn(50, 3).astype(np.float32)
answers = (features[:, 0] > features[:, 1]).astype(np.int32)

train_data = tf.data.Dataset.from_tensor_slices((features[:40], answers[:40])).batch(8)
test_data = tf.data.Dataset.from_tensor_slices((features[40:], answers[40:])).batch(4)

iterator = tf.data.Iterator.from_structure(train_data.output_types, train_data.output_shapes)
img, label = iterator.get_next()
train_init = iterator.make_initializer(train_data)
test_init = iterator.make_initializer(test_data)

w = tf.get_variable('weights', [3, 2], initializer=tf.random_normal_initializer(0, 0.1))
b = tf.get_variable('bias', [2], initializer=tf.zeros_initializer())
logits = tf.matmul(img, w) + b
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=label, logits=logits))
optimizer = tf.train.AdamOptimizer(0.05).minimize(loss)
right = tf.reduce_sum(tf.cast(tf.nn.in_top_k(logits, label, 1), tf.float32))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(train_init)
        total_loss, n_batches = 0, 0
        try:
            while True:
                _, l = sess.run([optimizer, loss])
                total_loss += l
                n_batches += 1
        except tf.errors.OutOfRangeError:
            pass
        print('Average loss epoch {0}: {1:.4f}'.format(i, total_loss / n_batches))
    sess.run(test_init)
    total = 0
    try:
        while True:
            total += sess.run(right)
    except tf.errors.OutOfRangeError:
        pass
    print('Accuracy {0}'.format(total / 10))
