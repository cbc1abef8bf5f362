import tensorflow as tf

logits_spec = tf.TensorSpec([None, 2], tf.float32)
labels_spec = tf.TensorSpec([None, 2], tf.float32)


@tf.function(input_signature=[logits_spec, labels_spec])
def losses(logits, labels):
    return tf.nn.softmax_cross_entropy_with_logits(logits=logits, labels=labels)


@tf.function(input_signature=[logits_spec, labels_spec])
def newer(logits, labels):
    return tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits)


print(losses([[1.0, 2.0]], [[0.0, 1.0]]).numpy())
print(newer([[1.0, 2.0]], [[0.0, 1.0]]).numpy())
