"""What it does
    Writes a small class `Saver` into the program, which saves and restores its variables under their names of
    TensorFlow 1, the moments and steps of Adam included.

Why
    Checkpoints that TensorFlow 1 wrote load into the migrated program without a conversion, and the files that it
    writes have the same names, tensors and list of newest checkpoints, so that everything around them stays.
    `tf.train.Checkpoint` has other names in its files, and does not read those of optimizers.

Example
    `saver = tf.train.Saver()` becomes `saver = Saver({"w": w, "out/bias": bias}, optimizer, [w, bias])`, and
    `saver.save(sess, path, global_step=step)` becomes `saver.save(path, global_step=step)`. A second session that
    restores everything before it runs anything goes on with the same variables.

When it declines
    Variables of layers, cells and functions that make some, and variables whose name is not known from the source;
    optimizers other than gradient descent and one Adam, those of `--optimizers v1`, and those that are set up in a
    scope or for a list of variables; savers with other arguments than `var_list` and `max_to_keep`, or that do more
    than save and restore.

Assumes
    Nobody reads the graph in the `.meta` file, which is not written any more.
"""

from codemods.emit.savers import RULE

__all__ = ["RULE"]
