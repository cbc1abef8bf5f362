import numpy as np
import tensorflow as tf

n_in, n_out = 3, 2
table = np.arange(6, dtype=np.float32).reshape(n_in, n_out)
w = tf.Variable(tf.keras.initializers.Constant(0.5)([n_in, n_out]), name="w")
b = tf.Variable(tf.zeros([n_out]), name="b")
c = tf.Variable(tf.keras.initializers.Ones()([n_out], dtype=tf.float32), name="c")
d = tf.Variable(tf.constant(table), name="d")
step = tf.Variable(tf.zeros([], dtype=tf.int32), trainable=False, name="step")
e = tf.Variable(tf.keras.initializers.TruncatedNormal(stddev=0.0)([n_in, n_out]), name="e")


@tf.function
def out():
    return tf.reduce_sum(w + d + e, 0) + b + c


print(out().numpy(), step.numpy())
