import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
weights = {"h": tf.Variable(tf.ones([2, 2])), "out": tf.Variable(tf.ones([2, 1]))}
bias = tf.Variable(tf.zeros([1]))


@tf.function(input_signature=[x_spec])
def compute_out(x):
    return tf.matmul(tf.matmul(x, weights["h"]), weights["out"]) + bias


@tf.function
def compute_penalty():
    return tf.add_n([tf.nn.l2_loss(v) for v in [*weights.values(), bias]])


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        out = compute_out(x)
        penalty = compute_penalty()
        loss = tf.reduce_mean(out) + penalty
    variables = [*weights.values(), bias]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([[1.0, 2.0]])
print(compute_penalty().numpy(), compute_out([[1.0, 1.0]]).numpy())
