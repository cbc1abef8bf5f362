import numpy as np
import tensorflow as tf

rng = np.random.RandomState(5)
data = rng.rand(320, 12).astype(np.float32)
target = (data[:, :1] > data[:, 1:2]).astype(np.float32)

dense = tf.keras.layers.Dense(16, activation=tf.nn.relu)
dense_1 = tf.keras.layers.Dense(16, activation=tf.nn.tanh)
dense_2 = tf.keras.layers.Dense(1)
optimizer = tf.keras.optimizers.Adam(1e-3, epsilon=1e-8)
signature = [
    tf.TensorSpec([None, 12], tf.float32),
    tf.TensorSpec([None, 1], tf.float32),
    tf.TensorSpec(None, tf.float32),
]


@tf.function(input_signature=signature)
def loss(x, y, keep_prob):
    hidden = dense(x)
    hidden = tf.nn.dropout(hidden, 1 - keep_prob)
    hidden = dense_1(hidden)
    hidden = tf.nn.dropout(hidden, 1 - keep_prob)
    logits = dense_2(hidden)
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))


@tf.function(input_signature=signature)
def train(x, y, keep_prob):
    with tf.GradientTape() as tape:
        value = loss(x, y, keep_prob)
    variables = [*dense.trainable_variables, *dense_1.trainable_variables, *dense_2.trainable_variables]
    gradients = tape.gradient(value, variables)
    optimizer.apply_gradients(zip(gradients, variables, strict=True))


for step in range(10):
    rows = slice(32 * step, 32 * step + 32)
    train(data[rows], target[rows], 0.7)
    if step % 3 == 0:
        cost = loss(data, target, 1.0).numpy()
        print("step", step, "loss", cost)
