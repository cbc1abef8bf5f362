import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 4], tf.float32)
labels_spec = tf.TensorSpec([None], tf.int64)
scores_layer = tf.keras.layers.Dense(3)
# right answers so far
accuracy_metric = tf.keras.metrics.Accuracy()


def compute_scores_and_accuracy(x, labels):
    scores = scores_layer(x)
    accuracy = accuracy_metric(labels, tf.argmax(scores, axis=1))
    return scores, accuracy


@tf.function(input_signature=[x_spec, labels_spec])
def accuracy(x, labels):
    _, accuracy = compute_scores_and_accuracy(x, labels)
    return accuracy


accuracy = accuracy.get_concrete_function()


mean_metric = tf.keras.metrics.Mean()  # and how high they are


@tf.function(input_signature=[x_spec, labels_spec])
def mean_and_accuracy(x, labels):
    scores, accuracy = compute_scores_and_accuracy(x, labels)
    mean_op = mean_metric(scores)
    return mean_op, accuracy


mean_and_accuracy = mean_and_accuracy.get_concrete_function()


for size in (2, 5):
    feed_x = np.ones([size, 4])
    feed_labels = np.ones([size])
    print(accuracy(feed_x, feed_labels).numpy(), [value.numpy() for value in mean_and_accuracy(feed_x, feed_labels)])
