"""What it does
    Turns `tf.metrics` metrics into objects of `tf.keras.metrics`, made once; the update that a run fetched is a call.

Why
    The update operation adds a batch to local variables and gives the new value; calling a Keras metric does the same.
    Only metrics whose values are equal for batches of any sizes are taken; tests compare them with TensorFlow 1.

Example
    `accuracy = tf.metrics.accuracy(labels=y, predictions=p)[1]` becomes
    `accuracy_metric = tf.keras.metrics.Accuracy()` and, in the step, `accuracy = accuracy_metric(y, p)`.

When it declines
    Where the value so far is fetched, where the metric is reset by name or collected, and for metrics that Keras
    averages otherwise.
"""

from codemods.emit.around import METRIC_RULE as RULE

__all__ = ["RULE"]
