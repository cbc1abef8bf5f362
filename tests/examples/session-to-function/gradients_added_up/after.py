import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
w = tf.Variable(2.0)
b = tf.Variable(1.0)
opt = tf.keras.optimizers.SGD(0.1)
variables = [w, b]
sums = [tf.Variable(tf.zeros_like(v), trainable=False) for v in variables]


@tf.function(input_signature=[x_spec])
def add(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(x * w + b))
    gradients = tape.gradient(loss, variables)
    pairs = list(zip(gradients, variables))
    for i, pair in enumerate(pairs):
        sums[i].assign_add(pair[0])


add = add.get_concrete_function()


@tf.function
def train_step():
    # all at once
    opt.apply_gradients([(sums[i], variable) for i, variable in enumerate(variables)])


for _ in range(2):
    add([1.0, 2.0])
train_step()
print([w.numpy(), b.numpy()])
