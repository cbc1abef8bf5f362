import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
images = rng.rand(60, 4)
labels = rng.rand(60, 2)


def train():
    x_spec = tf.TensorSpec([None, 4], tf.float32)
    y_spec = tf.TensorSpec([None, 2], tf.float32)
    w = tf.Variable(tf.zeros([4, 2]))

    @tf.function(input_signature=[x_spec, y_spec])
    def compute_loss(x, y_):
        return tf.reduce_mean(tf.square(tf.matmul(x, w) - y_))

    compute_loss = compute_loss.get_concrete_function()

    optimizer = tf.keras.optimizers.SGD(0.5)

    @tf.function(input_signature=[x_spec, y_spec])
    def train_step(x, y_):
        with tf.GradientTape() as tape:
            loss = compute_loss(x, y_)
        variables = [w]
        gradients = tape.gradient(loss, variables)
        optimizer.apply_gradients(zip(gradients, variables))

    train_step = train_step.get_concrete_function()

    def feed_dict(train):
        if train:
            rows = rng.choice(40, 10)
            xs, ys = images[rows], labels[rows]
        else:
            xs, ys = images[40:], labels[40:]
        return xs, ys

    for i in range(7):
        if i % 3 == 0:
            x_value, y_value = feed_dict(False)
            print('%d %.4f' % (i, compute_loss(x_value, y_value).numpy()))
        else:
            x_value, y_value = feed_dict(True)
            train_step(x_value, y_value)


if __name__ == '__main__':
    train()
