import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
w = tf.Variable(2.0)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w * x - 1.0))
    variables = [w]
    gradients = tape.gradient(loss, variables)
    norm = tf.reduce_max(x)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss, norm


train_step = train_step.get_concrete_function()


for step in range(3):
    cost, size = [value.numpy() for value in train_step([1.0])]
    print(step, cost, size)
