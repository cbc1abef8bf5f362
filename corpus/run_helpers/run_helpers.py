"""Functions that run the session: some close over it, some ask for the one that is open."""
import numpy as np
import tensorflow as tf

np.random.seed(99)
tf.set_random_seed(99)

batch_size = 16
samples = np.random.randn(96, 3)
kinds = (samples[:, 0] > samples[:, 1]).astype(np.int32)

features = tf.placeholder(tf.float32, (None, 3))
labels = tf.placeholder(tf.int32, (None,))
one_hot = tf.one_hot(labels, 2)

fc1_w = tf.Variable(tf.truncated_normal(shape=(3, 8), mean=0, stddev=0.3))
fc1_b = tf.Variable(tf.zeros(8))
fc2_w = tf.Variable(tf.truncated_normal(shape=(8, 2), mean=0, stddev=0.3))
fc2_b = tf.Variable(tf.zeros(2))
fc1 = tf.nn.relu(tf.matmul(features, fc1_w) + fc1_b)
logits = tf.matmul(fc1, fc2_w) + fc2_b

cross_entropy = tf.nn.softmax_cross_entropy_with_logits(labels=one_hot, logits=logits)
loss_operation = tf.reduce_mean(cross_entropy)
training_operation = tf.train.AdamOptimizer(learning_rate=0.02).minimize(loss_operation)
correct_prediction = tf.equal(tf.argmax(logits, 1), tf.argmax(one_hot, 1))
accuracy_operation = tf.reduce_mean(tf.cast(correct_prediction, tf.float32))


def evaluate(X_data, y_data):
    num_examples = len(X_data)
    total_accuracy = 0
    sess = tf.get_default_session()
    for offset in range(0, num_examples, batch_size):
        batch_x, batch_y = X_data[offset:offset + batch_size], y_data[offset:offset + batch_size]
        accuracy = sess.run(accuracy_operation, feed_dict={features: batch_x, labels: batch_y})
        total_accuracy += accuracy * len(batch_x)
    return total_accuracy / num_examples


def train_epoch(X_data, y_data):
    order = np.random.permutation(len(X_data))
    for offset in range(0, len(order), batch_size):
        chosen = order[offset:offset + batch_size]
        sess.run(training_operation, feed_dict={features: X_data[chosen], labels: y_data[chosen]})


def predict(row):
    """The class of one row."""
    scores = tf.get_default_session().run(logits, feed_dict={features: row[np.newaxis]})
    return int(np.argmax(scores))


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        train_epoch(samples[:64], kinds[:64])
        validation_accuracy = evaluate(samples[64:], kinds[64:])
        print("EPOCH {} ...".format(i + 1), "Validation Accuracy = {:.3f}".format(validation_accuracy))
    print("first", [predict(row) for row in samples[:4]], kinds[:4].tolist())
