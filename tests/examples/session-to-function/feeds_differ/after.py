import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
y_spec = tf.TensorSpec([None, 1], tf.float32)
w = tf.Variable([[1.0], [2.0]])


@tf.function(input_signature=[x_spec])
def compute_pred(x):
    return tf.matmul(x, w)


def compute_cost(y, pred):
    return tf.reduce_mean(tf.square(pred - y))


@tf.function(input_signature=[x_spec, y_spec])
def cost(x, y):
    pred = compute_pred(x)
    return compute_cost(y, pred)


@tf.function(input_signature=[x_spec, y_spec])
def pred_and_cost(x, y):
    pred = compute_pred(x)
    cost = compute_cost(y, pred)
    return pred, cost


print(cost([[1.0, 1.0]], [[2.0]]).numpy())
print(compute_pred([[1.0, 1.0]]).numpy())
print([value.numpy() for value in pred_and_cost([[0.5, 0.5]], [[0.0]])])
