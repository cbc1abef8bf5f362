"""What it does
    Off by default, on with `--select fed-tensors`: makes a tensor of every array that a loop feeds, in the call of the
    step.

Why
    A concrete function converts the arrays that it is given, but `tf.constant` may do it faster: beside a very small
    step that may be worth something, beside a large one it is nothing, and every call becomes longer to read.
    `scripts/bench_steps --select fed-tensors` measures on your machine what the programs of the corpus gain. What stays
    the same during a loop needs no rule: `session-to-function` makes tensors of it before the loop. The run time that
    `verify` reports is that of the call alone, and so without these conversions, where a run of the old program makes
    them itself: it says too much good of this rule.

Example
    `train_step(batch_x, batch_y)` becomes
    `train_step(tf.constant(batch_x, tf.float32), tf.constant(batch_y, tf.float32))`.

When it declines
    Numbers, scalars, states of recurrent cells and elements of datasets are given as they are, and so is everything
    outside of loops.
"""

from codemods.rule import FED_TENSORS as RULE

__all__ = ["RULE"]
