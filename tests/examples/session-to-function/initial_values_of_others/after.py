import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
layer = {"w": tf.Variable(tf.random.normal([2, 1], stddev=0.1))}
w = layer["w"]
# begins where w begins
average = tf.Variable(layer["w"], trainable=False, name="average")
double = tf.Variable(w * 2.0, trainable=False)
start = tf.Variable(tf.stack([w, average]), trainable=False, name="start")
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.matmul(x, w))
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


train_step([[1.0, 2.0]])
print([w.numpy(), average.numpy(), double.numpy(), start.numpy()])
