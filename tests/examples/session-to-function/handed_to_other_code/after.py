import numpy as np
import tensorflow as tf
from prep import noisy


def mixed(rows, size):
    order = np.random.permutation(len(rows))
    return rows[order[:size]]


def main():
    rows = np.random.uniform(-1, 1, (60, 2)).astype(np.float32)
    sizes = [2, 3]
    x_spec = tf.TensorSpec([None, sizes[0]], tf.float32)
    print(mixed(rows, sizes[1]))

    @tf.function(input_signature=[x_spec])
    def z(x):
        y = x * 2.0
        return tf.reduce_sum(y, axis=1) * sizes[1] + rows.shape[1]

    z = z.get_concrete_function()

    for step in range(2):
        batch = noisy(mixed(rows, 8), sizes)
        print(z(batch).numpy())


main()
