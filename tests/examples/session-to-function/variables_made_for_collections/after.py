import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 3], tf.float32)
# where its variables are kept
init = tf.keras.initializers.Ones()
w = tf.Variable(init([3, 2]), name="online/w")  # weights
b = tf.Variable(tf.zeros([2]), name="online/b")
target_w = tf.Variable(init([3, 2]), name="target/w")
target_b = tf.Variable(tf.zeros([2]), name="target/b")


@tf.function(input_signature=[x_spec])
def target(x):
    return tf.matmul(x, target_w) + target_b


of_target = [target_w, target_b]


@tf.function
def copy():
    for old, new in zip(of_target, [w, b]):
        old.assign(new)


copy = copy.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        score = tf.matmul(x, w) + b
        loss = tf.reduce_mean(tf.math.squared_difference(score, 1.0))
    variables = [w, b]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for step in range(3):
    train_step(np.ones((2, 3)))
print(target(np.ones((2, 3))).numpy())
copy()
print(target(np.ones((2, 3))).numpy())
