import tensorflow as tf

x_spec = tf.TensorSpec([None, 4], tf.float32)
w = tf.Variable(tf.ones([4, 2]))


def twice(row):
    return row * 2.0


@tf.function(input_signature=[x_spec])
def total(x):
    code = tf.map_fn(twice, x)
    return tf.reduce_sum(tf.matmul(code, w))


@tf.function(input_signature=[tf.TensorSpec(None, tf.float32)])
def total_2(code):
    return tf.reduce_sum(tf.matmul(code, w))


scores_layer = tf.keras.layers.Dense(2)


@tf.function(input_signature=[x_spec, tf.TensorSpec(None, tf.float32)])
def total_and_scores(x, code):
    total = tf.reduce_sum(tf.matmul(code, w))
    scores = scores_layer(x)
    return total, scores


last_layer = tf.keras.layers.Dense(2)


@tf.function(input_signature=[tf.TensorSpec(None, tf.float32)])
def last(code):
    return last_layer(tf.reshape(code, [-1, 4]))


print(total([[1.0, 2.0, 3.0, 4.0]]).numpy())
print(total_2([[1.0, 2.0, 3.0, 4.0]]).numpy())
print(total_and_scores([[1.0, 2.0, 3.0, 4.0]], [[1.0, 2.0, 3.0, 4.0]])[1].numpy().shape)
print(last([[1.0, 2.0, 3.0, 4.0]]).numpy().shape)
