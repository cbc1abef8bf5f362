import numpy as np
import tensorflow as tf

# short names
# fully connected
mean = tf.reduce_mean
log = tf.math.log
cross_entropy = tf.nn.sigmoid_cross_entropy_with_logits

x_spec = tf.TensorSpec([None, 4], tf.float32)
y_spec = tf.TensorSpec([None, 1], tf.float32)
hidden_layer = tf.keras.layers.Dense(3, activation=tf.nn.relu, name="hidden")


def compute_hidden(x):
    return hidden_layer(x)


logits_layer = tf.keras.layers.Dense(1, name="logits")


@tf.function(input_signature=[x_spec])
def spread(x):
    hidden = compute_hidden(x)
    return mean(log(1.0 + tf.square(hidden)), 1, keepdims=True)


optimizer = tf.keras.optimizers.Adam(0.01, epsilon=1e-08)


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        hidden = compute_hidden(x)
        logits = logits_layer(hidden)
        loss = mean(cross_entropy(logits=logits, labels=y))
    variables = [*hidden_layer.trainable_variables, *logits_layer.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


for step in range(3):
    cost = train_step(np.ones((2, 4)), np.ones((2, 1))).numpy()
    print(step, cost)
print(spread(np.ones((2, 4))).numpy())
