import tensorflow as tf

x_spec = tf.TensorSpec([2], tf.float32)
total = tf.Variable(tf.zeros([2]))
count = tf.Variable(0.0)


@tf.function
def step():
    step = count.assign_add(1.0)


@tf.function(input_signature=[x_spec])
def update(x):
    add = total.assign_add(x)
    step = count.assign_add(1.0)


update = update.get_concrete_function()


@tf.function
def compute_mean():
    return total / tf.maximum(count, 1.0)


@tf.function(input_signature=[x_spec])
def add(x):
    mean = compute_mean()
    add = total.assign_add(x)
    return mean


add = add.get_concrete_function()


for row in ([1.0, 2.0], [3.0, 4.0]):
    update(row)
    add(row)  # once more
step()
print(compute_mean().numpy())
