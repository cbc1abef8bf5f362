import tensorflow as tf

lr_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(4.0)
lr_variable = tf.Variable(0.0, trainable=False)
optimizer = tf.compat.v1.train.MomentumOptimizer(lr_variable, 0.9)


@tf.function(input_signature=[lr_spec])
def train_step(lr):
    lr_variable.assign(lr)
    with tf.GradientTape() as tape:
        loss = tf.square(w)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for rate in (0.1, 0.05, 0.01):
    train_step(rate)
print(w.numpy())
