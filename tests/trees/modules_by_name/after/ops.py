import tensorflow as tf

STDDEV = 0.1


class Dense:
    """A dense layer."""

    def __init__(self, n_in, n_out, name):
        # weights first
        self.w = tf.Variable(tf.keras.initializers.RandomNormal(stddev=STDDEV)([n_in, n_out]), name=name + '_w')
        self.b = tf.Variable(tf.zeros([n_out]), name=name + '_b')

    def __call__(self, x):
        return tf.matmul(x, self.w) + self.b

    @property
    def trainable_variables(self):
        return [self.w, self.b]


def squared(x):
    return tf.reduce_mean(tf.square(x))
