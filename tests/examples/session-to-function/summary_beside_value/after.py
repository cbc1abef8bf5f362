import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def merged_and_loss(x):
    loss = tf.square(x)
    loss_summary = tf.raw_ops.ScalarSummary(tags="loss", values=loss)
    merged = tf.raw_ops.MergeSummary(inputs=[loss_summary])
    return merged, loss


writer = tf.summary.create_file_writer("logs")
summary, value = [value.numpy() for value in merged_and_loss(1.0)]
with writer.as_default(step=0):
    tf.summary.experimental.write_raw_pb(summary)
