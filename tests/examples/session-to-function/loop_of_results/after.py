import tensorflow as tf

n_tasks = 2
x_spec = tf.TensorSpec([None, 4], tf.float32)
y_spec = tf.TensorSpec([None, n_tasks], tf.float32)
w = tf.Variable(tf.ones([4, n_tasks]))


@tf.function(input_signature=[x_spec])
def compute_outs(x):
    outs = []
    for task in range(n_tasks):
        # what is guessed
        out = tf.matmul(x, w[:, task:task + 1])  # one column
        outs.append(out)
    return outs


@tf.function(input_signature=[x_spec, y_spec])
def losses(x, y):
    outs = compute_outs(x)
    losses = []
    for task, out in enumerate(outs):
        # and how wrong that is
        loss = tf.reduce_mean(tf.square(out - y[:, task:task + 1]))
        losses.append(loss)  # a scalar
    return losses


print([value.numpy() for value in losses([[1.0, 2.0, 3.0, 4.0]], [[1.0, 2.0]])])
print([value.numpy() for value in compute_outs([[1.0, 2.0, 3.0, 4.0]])])
