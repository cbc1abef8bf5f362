"""What it does
    Writes summaries in TensorFlow 2: the step computes the serialized summary that the session computed, and a
    `tf.summary.create_file_writer` writes it with its step.

Why
    The event files hold the same: the same tags (TensorFlow 1 puts the name scope before a tag, and a number behind
    it where another operation has the name), the same values, and histograms and images made by the same operations.
    `tf.summary.scalar` of TensorFlow 2 would need the package tensorboard, which TensorFlow no longer brings along,
    and its histograms and images are others.

Example
    `tf.summary.scalar('loss', loss)`, fetched through `tf.summary.merge_all()`, becomes
    `tf.raw_ops.ScalarSummary(tags='loss', values=loss)` in the step, and `writer.add_summary(summary, i)` becomes
    `with writer.as_default(step=i): tf.summary.experimental.write_raw_pb(summary)`.

When it declines
    Summaries that are made in loops, branches or functions, or whose tag cannot be told; writers that other code gets
    hold of; `tf.Summary` objects, run metadata and other collections.
"""

from codemods.emit.around import RULE

__all__ = ["RULE"]
