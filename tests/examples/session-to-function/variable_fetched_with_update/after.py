import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(5.0)
counts = [tf.Variable(0), tf.Variable(10)]
step = tf.Variable(0, name="global_step", trainable=False)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.square(w - x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    step.assign_add(1)
    return tf.identity(step), loss, tf.identity(w)


train_step = train_step.get_concrete_function()


@tf.function
def count():
    for each in counts:
        each.assign_add(1)
    return tf.identity(counts[0])


@tf.function
def count_2():
    for each in counts:
        each.assign_add(1)
    return tf.nest.map_structure(tf.identity, counts)


for _ in range(3):
    now, cost, weight = [value.numpy() for value in train_step(1.0)]
    print(now, cost, weight)
first = count().numpy()
print(first, [value.numpy() for value in count_2()])
