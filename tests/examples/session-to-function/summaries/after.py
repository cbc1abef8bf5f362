import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 3], tf.float32)
y_spec = tf.TensorSpec([None], tf.float32)
w = tf.Variable(tf.zeros([3, 1]), name='weights')
optimizer = tf.keras.optimizers.SGD(0.1)


def compute_loss_and_merged(x, y):
    # how far off it is
    loss = tf.reduce_mean(tf.square(tf.squeeze(tf.matmul(x, w), 1) - y))

    # what is looked at later
    loss_summary = tf.raw_ops.ScalarSummary(tags='loss_1', values=loss)
    # the weights, too
    weights_summary = tf.raw_ops.HistogramSummary(tag='weights_1', values=w)  # all of them
    largest_x_summary = tf.raw_ops.ScalarSummary(tags='inputs/largest_x', values=tf.reduce_max(x))
    merged = tf.raw_ops.MergeSummary(inputs=[loss_summary, weights_summary, largest_x_summary])
    return loss, merged


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss, merged = compute_loss_and_merged(x, y)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss, merged


train_step = train_step.get_concrete_function()


@tf.function(input_signature=[x_spec, y_spec])
def merged(x, y):
    _, merged = compute_loss_and_merged(x, y)
    return merged


xs = np.ones([4, 3])
ys = np.arange(4.)
writer = tf.summary.create_file_writer('logs/train')
xs_tensor = tf.constant(xs, tf.float32)
ys_tensor = tf.constant(ys, tf.float32)
for i in range(3):
    cost, summary = [value.numpy() for value in train_step(xs_tensor, ys_tensor)]
    with writer.as_default(step=i):
        tf.summary.experimental.write_raw_pb(summary)  # every step
with writer.as_default(step=3):
    tf.summary.experimental.write_raw_pb(merged(xs, ys).numpy())
writer.flush()
writer.close()
print(cost)
