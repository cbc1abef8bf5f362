import numpy as np
import tensorflow as tf


def linear(inputs, size, scope=None, value=0.1, with_w=False, kind="plain"):
    shape = inputs.get_shape().as_list()
    with tf.variable_scope(scope or "Linear"):
        matrix = tf.get_variable("Matrix", [shape[1], size], tf.float32, tf.constant_initializer(value))
        bias = tf.get_variable("bias", [size], initializer=tf.constant_initializer(0.0))
        if with_w:
            return tf.matmul(inputs, matrix) + bias, matrix, bias  # with what it made
        elif kind == "tanh":
            return tf.tanh(tf.matmul(inputs, matrix) + bias)
        else:
            return tf.matmul(inputs, matrix) + bias


def judge(image, reuse=False):
    with tf.variable_scope("judge") as scope:
        if reuse:
            scope.reuse_variables()
        h = linear(image, 3, "d_in", kind="tanh")
        score = linear(h, 1, "d_out", with_w=False)
        return tf.sigmoid(score), score


def forge(noise):
    with tf.variable_scope("forge"):
        h, w, b = linear(noise, 4, with_w=True, value=0.3)
        return tf.tanh(linear(tf.nn.relu(h), 2, "g_out"))


real = tf.placeholder(tf.float32, [None, 2])
noise = tf.placeholder(tf.float32, [None, 3])
forged = forge(noise)
_, real_score = judge(real)
_, forged_score = judge(forged, reuse=True)
loss = tf.reduce_mean(tf.square(real_score - 1.0)) + tf.reduce_mean(tf.square(forged_score))
forge_loss = tf.reduce_mean(tf.square(forged_score - 1.0))
variables = tf.trainable_variables()
judge_variables = [each for each in variables if "d_" in each.name]
forge_variables = [each for each in variables if "forge/" in each.name]
train_judge = tf.train.GradientDescentOptimizer(0.5).minimize(loss, var_list=judge_variables)
train_forge = tf.train.GradientDescentOptimizer(0.5).minimize(forge_loss, var_list=forge_variables)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        rows, draws = np.full([2, 2], 0.5 + step), np.full([4, 3], 1.0 + step)
        sess.run(train_judge, {real: rows, noise: draws})
        sess.run(train_forge, {noise: draws})
        losses = sess.run([loss, forge_loss], {real: rows, noise: draws})
        print("%.8f %.8f" % (losses[0], losses[1]))
