"""What it does
    Off by default, on with `--select fed-tensors`: makes a tensor of every array that a loop feeds, in the call of the
    step.

Why
    A concrete function converts the arrays that it is given, but `tf.constant` may do it faster. In one process a very
    small step took 7 % less time (TF 2.21, CPU); over all steps that were timed the difference was no larger than the
    noise, and beside a large step it is nothing; every call becomes longer to read. What stays the same during a loop
    needs no rule: `session-to-function` makes tensors of it before the loop. The run time that
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
