import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
w = tf.Variable(1.0)
v = tf.Variable(2.0)
step = tf.Variable(0, trainable=False)
fast_optimizer = tf.keras.optimizers.Adam(epsilon=1e-08)
slow_optimizer = tf.keras.optimizers.Adam(epsilon=1e-08)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as fast_tape, tf.GradientTape() as slow_tape:
        fast_loss = tf.reduce_mean(tf.square(x * w))
        slow_loss = tf.reduce_mean(tf.square(x * v))
    fast_variables = [w]
    fast_gradients = fast_tape.gradient(fast_loss, fast_variables)
    slow_variables = [v]
    slow_gradients = slow_tape.gradient(slow_loss, slow_variables)
    rate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5)(step)
    fast_optimizer.learning_rate.assign(rate)
    rate = tf.keras.optimizers.schedules.ExponentialDecay(0.01, 10, 0.5)(step)  # the slow one
    slow_optimizer.learning_rate.assign(rate)
    fast_optimizer.apply_gradients(zip(fast_gradients, fast_variables))
    step.assign_add(1)
    slow_optimizer.apply_gradients(zip(slow_gradients, slow_variables))
    return rate


train_step = train_step.get_concrete_function()


for i in range(3):
    last = train_step([1.0, 2.0]).numpy()
    print(last, [w.numpy(), v.numpy()])
