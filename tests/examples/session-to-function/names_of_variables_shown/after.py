import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable(tf.ones([2, 1]), name="output/w")
b = tf.Variable(tf.zeros([1]), name="output/b")
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        score = tf.matmul(x, w) + b
        loss = tf.reduce_mean(score)
    variables = [w, b]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


print(w.name, b.name.split(":")[0])

train_step(np.ones((2, 2)))
for variable in [w, b]:
    print(variable.name, variable.numpy())
print([v.name.split(":")[0] for v in [w, b]])
print({v.name: v.numpy() for v in [w, b]})
