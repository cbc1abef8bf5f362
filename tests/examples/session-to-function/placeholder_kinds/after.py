import numpy as np
import tensorflow as tf

a_spec = tf.TensorSpec((2, 2), tf.float64)
b_spec = tf.TensorSpec([None], tf.float32)
c_spec = tf.TensorSpec(None, tf.int32)
d_spec = tf.TensorSpec([], tf.int64)
e_spec = tf.TensorSpec([None], tf.string)
f_spec = tf.TensorSpec([], tf.bool)
g_spec = tf.TensorSpec([None, None, 3], tf.uint8)


@tf.function(input_signature=[a_spec])
def whole(a):
    return tf.reduce_sum(a)


@tf.function(input_signature=[b_spec])
def half(b):
    return b / 2.0


@tf.function(input_signature=[c_spec])
def more(c):
    return c + 1


@tf.function(input_signature=[e_spec])
def joined(e):
    return tf.strings.join([e, "!"])


@tf.function(input_signature=[f_spec])
def negated(f):
    return tf.logical_not(f)


@tf.function(input_signature=[g_spec])
def light(g):
    return tf.reduce_mean(tf.cast(g, tf.float32))


print(whole(np.eye(2)).numpy(), half([1, 3]).numpy(), more([[1], [2]]).numpy())


@tf.function(input_signature=[d_spec])
def evaluate(d):
    return d * d


print(evaluate(7).numpy(), joined(["x", "y"]).numpy(), negated(1 > 2).numpy())
print(light(np.ones([2, 2, 3], np.uint8)).numpy())
