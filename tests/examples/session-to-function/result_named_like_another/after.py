import numpy as np
import tensorflow as tf

points = np.ones([4, 3], np.float32)

x_spec = tf.TensorSpec([None, 3], tf.float32)
w = tf.Variable(tf.keras.initializers.GlorotUniform()([3, 2]), name='w')
b = tf.Variable(tf.zeros([2]), name='b')


@tf.function(input_signature=[x_spec])
def compute_scores(x):
    return tf.matmul(x, w) + b


@tf.function(input_signature=[x_spec])
def best(x):
    scores = compute_scores(x)
    return tf.argmax(scores, 1)


a = compute_scores(points).numpy()
print(a)
b_value = compute_scores(points[:2]).numpy()  # not the variable any more
print(b_value, b_value.shape)
c = best(points).numpy()
print(c - b_value.sum())
