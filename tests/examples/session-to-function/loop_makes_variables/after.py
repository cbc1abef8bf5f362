import tensorflow as tf

sizes = [2, 3]
x_spec = tf.TensorSpec([None, 4], tf.float32)

ws, bs = [], []
for i, size in enumerate(sizes):
    shape = [4, size]
    # the weights
    ws.append(tf.Variable(tf.random.truncated_normal(shape, stddev=0.1), name="w"))  # drawn
    bs.append(tf.Variable(tf.constant(0.1, shape=[size]), name="b"))


@tf.function(input_signature=[x_spec])
def together(x):
    # one projection for each size
    outputs = []
    for w, b in zip(ws, bs):
        output = tf.nn.bias_add(tf.matmul(x, w), b)  # not rectified
        outputs.append(output)

    return tf.concat(outputs, 1)


print(together([[1.0, 2.0, 3.0, 4.0]]).numpy().shape)
