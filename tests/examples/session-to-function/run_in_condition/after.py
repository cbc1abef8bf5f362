import tensorflow as tf

verbose = True
x_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(1.0)


@tf.function(input_signature=[x_spec])
def compute_loss(x):
    return tf.square(w - x)


compute_loss = compute_loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.25)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


step = 0
while step < 4:
    train_step(3.0)
    if step % 2 == 0 and verbose:
        print(step, compute_loss(3.0).numpy())
    elif step == 3:
        print("last", w.numpy())
    else:
        pass
    step += 1
if compute_loss(3.0).numpy() < 1.0:
    print("done")
