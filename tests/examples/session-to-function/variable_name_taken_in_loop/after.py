import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec(None, tf.float32)
bias = tf.Variable(tf.zeros([1]), name='bias')
ws = []
for power in range(1, 4):
    ws.append(tf.Variable(tf.ones([1]), name='weight_%d' % power))


@tf.function(input_signature=[x_spec])
def compute_prediction(x):
    prediction = tf.identity(bias)
    for power, w in zip(range(1, 4), ws):
        prediction = tf.add(tf.multiply(tf.pow(x, power), w), prediction)
    return prediction


optimizer = tf.keras.optimizers.SGD(0.01)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        prediction = compute_prediction(x)
        loss = tf.reduce_mean(tf.square(prediction - 1.0))
    variables = [bias, *ws]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for value in np.linspace(-1, 1, 5):
    train_step(value)
print(compute_prediction(0.5).numpy())
