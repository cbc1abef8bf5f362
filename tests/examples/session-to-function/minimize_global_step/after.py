import tensorflow as tf

w = tf.Variable(5.0)
global_step = tf.Variable(0, name="global_step", trainable=False)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        loss = tf.square(w)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    global_step.assign_add(1)


train_step = train_step.get_concrete_function()


for _ in range(4):
    train_step()
print([global_step.numpy(), w.numpy()])
