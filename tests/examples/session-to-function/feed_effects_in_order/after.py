import tensorflow as tf

labels_spec = tf.TensorSpec([], tf.float32)
inputs_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[labels_spec, inputs_spec])
def difference(labels, inputs):
    return labels - inputs


stream = iter([1.0, 10.0, 2.0, 20.0])

print(difference(inputs=next(stream), labels=next(stream)).numpy())
print(difference(next(stream), next(stream)).numpy())
