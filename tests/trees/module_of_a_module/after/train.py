import numpy as np
import tensorflow as tf
from pkg.nets import Network
from pkg.ops import squared


def main():
    x_spec = tf.TensorSpec([None, 3], tf.float32)
    network = Network()
    optimizer = tf.keras.optimizers.SGD(0.1)

    @tf.function(input_signature=[x_spec])
    def train_step(x):
        with tf.GradientTape() as tape:
            loss = squared(network(x))
        variables = network.trainable_variables
        gradients = tape.gradient(loss, variables)
        optimizer.apply_gradients(zip(gradients, variables))
        return loss

    train_step = train_step.get_concrete_function()

    for step in range(3):
        cost = train_step(np.ones([4, 3])).numpy()
        print(step, cost)


if __name__ == '__main__':
    main()
