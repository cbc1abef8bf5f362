import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
weights = {"h": tf.Variable(tf.ones([2, 2])), "out": tf.Variable(tf.ones([2, 1]))}
biases = {"h": tf.Variable(tf.zeros([2]))}


def network(x, weights, biases):
    layer = tf.add(tf.matmul(x, weights["h"]), biases["h"])
    return tf.matmul(tf.nn.relu(layer), weights["out"])


@tf.function(input_signature=[x_spec])
def compute_pred(x):
    return network(x, weights, biases)


optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        pred = compute_pred(x)
        cost = tf.reduce_mean(pred)
    variables = [*weights.values(), *biases.values()]
    gradients = tape.gradient(cost, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return cost


c = train_step([[1.0, 2.0]]).numpy()
print(c, compute_pred([[1.0, 2.0]]).numpy())
