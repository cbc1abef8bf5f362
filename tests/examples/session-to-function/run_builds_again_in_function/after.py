import numpy as np
import tensorflow as tf


class Score:
    def __init__(self):
        self.dense = tf.keras.layers.Dense(1, name='score_dense')

    def __call__(self, rows):
        return self.dense(rows)

    @property
    def trainable_variables(self):
        return [*self.dense.trainable_variables]


def main(rounds):
    rows_spec = tf.TensorSpec([None, 2], tf.float32)
    other_spec = tf.TensorSpec([None, 2], tf.float32)
    score = Score()
    optimizer = tf.keras.optimizers.SGD(0.1)

    @tf.function(input_signature=[rows_spec])
    def train_step(rows):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(score(rows) - 1.0))
        variables = score.trainable_variables
        gradients = tape.gradient(loss, variables)
        optimizer.apply_gradients(zip(gradients, variables))
        return loss

    train_step = train_step.get_concrete_function()

    @tf.function(input_signature=[other_spec])
    def score_output(other):
        return score(other)

    score_output = score_output.get_concrete_function()

    for number in range(rounds):
        value = train_step(np.ones((2, 2))).numpy()
        again = score_output(np.zeros((1, 2))).numpy()
        print(number, value, again.shape)


if __name__ == '__main__':
    main(3)
