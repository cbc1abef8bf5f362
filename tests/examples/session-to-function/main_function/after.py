import argparse

import tensorflow as tf


def main(args):
    """Fits a line."""
    x_spec = tf.TensorSpec([None], tf.float32)
    w = tf.Variable(0.0)
    optimizer = tf.keras.optimizers.SGD(float(args.rate))

    @tf.function(input_signature=[x_spec])
    def train_step(x):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(w * x - 2.0 * x))
        variables = [w]
        gradients = tape.gradient(loss, variables)
        optimizer.apply_gradients(zip(gradients, variables))

    train_step = train_step.get_concrete_function()

    for _ in range(args.steps):
        train_step([1.0, 2.0])
    print("w = %.4f" % w.numpy())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--steps", type=int, default=3)
    main(parser.parse_args([]))
