import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 4], tf.float32)
scores_layer = tf.keras.layers.Dense(2)


@tf.function(input_signature=[x_spec])
def scores(x):
    code = tf.nn.relu(x) * 2.0
    return scores_layer(code)


@tf.function(input_signature=[tf.TensorSpec([None, 4], tf.float32)])
def scores_2(code):
    return scores_layer(code)


print(scores(np.ones([2, 4])).numpy())
print(scores_2(np.ones([3, 4])).numpy())
