import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
images = rng.rand(600, 20).astype(np.float32)
labels = np.eye(4, dtype=np.float32)[rng.randint(0, 4, 600)]

W = tf.Variable(tf.random.truncated_normal([20, 4], stddev=0.1))
b = tf.Variable(tf.zeros([4]))
optimizer = tf.keras.optimizers.SGD(0.5)


def softmax(x):
    return tf.nn.softmax(tf.matmul(x, W) + b)


@tf.function(input_signature=[tf.TensorSpec([None, 20], tf.float32), tf.TensorSpec([None, 4], tf.float32)])
def train_step(x, y_):
    with tf.GradientTape() as tape:
        y = softmax(x)
        cross_entropy = tf.reduce_mean(-tf.reduce_sum(y_ * tf.math.log(y), axis=[1]))
    variables = [W, b]
    gradients = tape.gradient(cross_entropy, variables)
    optimizer.apply_gradients(zip(gradients, variables, strict=True))
    return cross_entropy


@tf.function(input_signature=[tf.TensorSpec([None, 20], tf.float32), tf.TensorSpec([None, 4], tf.float32)])
def accuracy(x, y_):
    y = softmax(x)
    correct = tf.equal(tf.argmax(y, 1), tf.argmax(y_, 1))
    return tf.reduce_mean(tf.cast(correct, tf.float32))


for i in range(12):
    batch = slice(i * 50, i * 50 + 50)
    loss = train_step(images[batch], labels[batch]).numpy()
    print(i, loss)
print("accuracy", accuracy(images, labels).numpy())
