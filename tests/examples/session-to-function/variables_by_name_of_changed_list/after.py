import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable(tf.ones([2, 1]), name="weights")
v = tf.Variable(tf.ones([1]), name="weights_of_bias")
variables = [w, v]
variables.pop()
chosen = [each for each in variables if "weights" in each.name]
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.matmul(x, w) * v)
    gradients = tape.gradient(loss, chosen)
    optimizer.apply_gradients(zip(gradients, chosen))
    return loss


train_step = train_step.get_concrete_function()


print([None, train_step([[1.0, 2.0]]).numpy()])
