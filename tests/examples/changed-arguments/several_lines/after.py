import os

import tensorflow as tf

logits_spec = tf.TensorSpec([2, 6, 3], tf.float32)
targets_spec = tf.TensorSpec([2, 6], tf.int32)
weights_spec = tf.TensorSpec([2, 6], tf.float32)


@tf.function(input_signature=[logits_spec, targets_spec, weights_spec])
def cost_and_whole(logits, targets, weights):
    def sequence_cost(logits, mask):
        with tf.name_scope("cost"):
            return tf.math.divide_no_nan(  # [batch, time, classes]
                tf.reduce_sum(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=targets, logits=logits) * mask[:, :4]),
                tf.reduce_sum(mask[:, :4]),
            )

    cost = sequence_cost(logits[:, :4], weights)
    whole = 2.0 * tf.math.divide_no_nan(
        tf.reduce_sum(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=targets, logits=logits) * weights),
        tf.reduce_sum(weights),
    )
    return cost, whole


if bool(tf.io.gfile.glob(["model" + ".index", "model"])) and not bool(tf.io.gfile.glob([(os.curdir + "/other") + ".index", (os.curdir + "/other")])):
    print("there are files of a model")
print([value.numpy() for value in cost_and_whole([[[1.0, 2.0, 3.0]] * 6] * 2, [[2] * 6] * 2, [[1.0] * 6] * 2)])
