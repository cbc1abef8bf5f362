import numpy as np
import tensorflow as tf

# UPDATE_OPS are never run: get_collection() is for another day
x_spec = tf.TensorSpec([None, 3], tf.float32)
out_layer = tf.keras.layers.BatchNormalization(momentum=1.0)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        out = out_layer(x, training=True)
        loss = tf.reduce_mean(tf.square(out - 1.0))
    variables = out_layer.trainable_variables
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


data = np.random.RandomState(1).rand(5, 3)

data_tensor = tf.constant(data, tf.float32)
for step in range(3):
    cost = train_step(data_tensor).numpy()
    print("%.4f without update_ops" % cost)
