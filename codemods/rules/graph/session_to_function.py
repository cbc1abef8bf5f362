"""What it does
    Turns the graph of a script or function into functions: one `tf.function` for each kind of `session.run`, plain
    functions for what several of them share, and a call where each run stood. Sessions, initializers and the headers of
    scopes go; statements move with their comments. A function that is called again and again (in a loop, or from a
    function) is traced where it stands, with `get_concrete_function()`: a call then costs about half as much.

Why
    TensorFlow 2 has no sessions. What a run computed is now what a function computes, with the placeholders it was fed
    as its parameters.

Example
    `print(sess.run(loss, {x: a, y: b}))` becomes `print(loss(a, b).numpy())`, where `loss` is a `tf.function` that
    holds the statements that `loss` depends on.

When it declines
    With any obstacle the whole program stays in graph mode; every obstacle is reported with the edit that unlocks it.
"""

from codemods.emit.sites import RULE

__all__ = ["RULE"]
