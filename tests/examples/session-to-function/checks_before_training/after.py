import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
y_spec = tf.TensorSpec([None], tf.float32)
w = tf.Variable([[0.5], [0.5]])


@tf.function(input_signature=[x_spec, y_spec])
def same(x, y):
    tf.assert_equal(tf.shape(x)[0], tf.shape(y)[0], message="one label for each row")


def compute_score(x):
    return tf.matmul(x, w)


@tf.function(input_signature=[x_spec, y_spec])
def score(x, y):
    score = compute_score(x)
    tf.assert_equal(tf.shape(x)[0], tf.shape(y)[0], message="one label for each row")
    tf.Assert(tf.reduce_all(y >= 0.0), [y])
    return score


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        score = compute_score(x)
        loss = tf.reduce_mean(tf.square(tf.debugging.check_numerics(score, "score") - tf.expand_dims(y, 1)))
    variables = [w]
    gradients = tape.gradient(loss, variables)
    tf.assert_equal(tf.shape(x)[0], tf.shape(y)[0], message="one label for each row")
    tf.Assert(tf.reduce_all(y >= 0.0), [y])
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


rows = np.array([[1.0, 2.0], [0.5, -1.0]])
rows_tensor = tf.constant(rows, tf.float32)
for _ in range(3):
    cost = train_step(rows_tensor, [1.0, 0.0]).numpy()
    print(cost)
same(rows, [1.0, 0.0])
try:
    score(rows, [-1.0, 0.0])
except tf.errors.InvalidArgumentError:
    print("refused")
