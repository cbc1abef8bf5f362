import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0)
opt = tf.compat.v1.train.AdamOptimizer(0.1)


@tf.function
def train_ta():
    with tf.GradientTape() as tape:
        loss = tf.square(a)
    variables = [a]
    gradients = tape.gradient(loss, variables)
    opt.apply_gradients(zip(gradients, variables))


train_ta = train_ta.get_concrete_function()


@tf.function
def train_tb():
    with tf.GradientTape() as tape:
        loss = tf.square(b)
    variables = [b]
    gradients = tape.gradient(loss, variables)
    opt.apply_gradients(zip(gradients, variables))


train_tb = train_tb.get_concrete_function()


for _ in range(3):
    train_ta()
    train_tb()
print([a.numpy(), b.numpy()])
