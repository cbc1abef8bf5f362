"""What it does
    Writes a small class `Saver` into the program, which saves and restores its variables under their names of
    TensorFlow 1: those of layers and of functions that make some too, and what optimizers keep for each of them.

Why
    Checkpoints that TensorFlow 1 wrote load into the migrated program without a conversion, and the files that it
    writes have the same names, tensors and list of newest checkpoints, so that everything around them stays.
    `tf.train.Checkpoint` has other names in its files, and does not read those of optimizers.

Example
    `saver = tf.train.Saver()` becomes `saver = Saver(lambda: {"w": w, "dense/kernel": layer.kernel}, [(optimizer, ["w",
    "dense/kernel"], ["momentum", "velocity"], "{}/Adam", "{}_power")])`: each optimizer with the names of what it
    trains, what it keeps for them, and the names of that. `saver.save(sess, path, global_step=step)` becomes
    `saver.save(path, global_step=step)`. A second session that restores everything before it runs anything goes on
    with the same variables. Steps that make layers are traced before anything is saved or restored. Momentum stays
    with `tf.compat.v1.train`, because Keras keeps it multiplied with the rate.

When it declines
    Variables of recurrent cells, those made in loops, and others whose name is not known from the source; layers that
    no step calls; optimizers that are set up by `apply_gradients`, more than once, or for variables that their loss
    does not reach; savers with other arguments than `var_list` and `max_to_keep`, or that do more than save and
    restore.

Assumes
    Nobody reads the graph in the `.meta` file, which is not written any more.
"""

from codemods.emit.savers import RULE

__all__ = ["RULE"]
