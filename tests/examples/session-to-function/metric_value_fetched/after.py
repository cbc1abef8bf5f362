import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
update_metric = tf.keras.metrics.Mean()


@tf.function(input_signature=[x_spec])
def update(x):
    return update_metric(x)


update([1.0, 2.0])
print(update_metric.result().numpy())
