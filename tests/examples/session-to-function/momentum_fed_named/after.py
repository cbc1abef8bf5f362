import tensorflow as tf

mu_spec = tf.TensorSpec([], tf.float64)
eps_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(4.0)
v = tf.Variable(3.0)
mu_variable = tf.Variable(tf.zeros([], mu_spec.dtype), trainable=False)
eps_variable = tf.Variable(tf.zeros([], eps_spec.dtype), trainable=False)
first = tf.compat.v1.train.RMSPropOptimizer(0.1, decay=0.9, momentum=mu_variable, epsilon=eps_variable)


@tf.function(input_signature=[mu_spec, eps_spec])
def train_step(mu, eps):
    mu_variable.assign(mu)
    eps_variable.assign(eps)
    with tf.GradientTape() as tape:
        loss = tf.square(w)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    first.apply_gradients(zip(gradients, variables))


mu_variable_2 = tf.Variable(tf.zeros([], mu_spec.dtype), trainable=False)
mu_variable_3 = tf.Variable(tf.zeros([], mu_spec.dtype), trainable=False)
other_optimizer = tf.compat.v1.train.MomentumOptimizer(mu_variable_2, mu_variable_3)


@tf.function(input_signature=[mu_spec, eps_spec])
def train_step_2(mu, eps):
    mu_variable.assign(mu)
    mu_variable_2.assign(mu)
    mu_variable_3.assign(mu)
    eps_variable.assign(eps)
    with tf.GradientTape() as tape, tf.GradientTape() as other_tape:
        loss = tf.square(w)
        other_loss = tf.square(v)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    other_variables = [v]
    other_gradients = other_tape.gradient(other_loss, other_variables)
    first.apply_gradients(zip(gradients, variables))
    other_optimizer.apply_gradients(zip(other_gradients, other_variables))


train_step(0.5, 1e-8)
train_step_2(0.25, 1e-6)
print([w.numpy(), v.numpy()])
