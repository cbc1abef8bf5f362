import numpy as np
import tensorflow as tf


def main():
    rows = np.random.uniform(-1, 1, (60, 2)).astype(np.float32)

    # what the rows come in by
    # in pairs

    data = tf.data.Dataset.from_tensor_slices(np.asarray(rows, np.float32)).batch(8)
    x_spec = data.element_spec

    @tf.function(input_signature=[x_spec])
    def most(x):
        return tf.reduce_max(x)

    print(len(rows), np.sum(rows[:3], axis=1), np.dot(rows, 2))
    # from the start
    iterator = iter(data)  # all of them
    print(most(iterator.get_next()).numpy())


main()
