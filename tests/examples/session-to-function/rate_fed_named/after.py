import tensorflow as tf

rate_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(4.0)
rate_variable = tf.Variable(0.0, trainable=False)
optimizer = tf.compat.v1.train.MomentumOptimizer(rate_variable, 0.5)


@tf.function(input_signature=[rate_spec])
def train_step(rate):
    rate_variable.assign(rate)
    with tf.GradientTape() as tape:
        loss = tf.square(w)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for step in range(3):
    train_step(0.1 / (1 + step))
print(w.numpy())
