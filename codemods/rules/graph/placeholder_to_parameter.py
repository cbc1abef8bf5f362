"""What it does
    Turns a placeholder into the specification of a parameter: its shape and dtype stay where they stood.

Why
    The specification in `input_signature` casts what is passed in as feeding did, and keeps the function from being
    traced again.

Example
    `x = tf.placeholder(tf.float32, [None, 4])` becomes `x_spec = tf.TensorSpec([None, 4], tf.float32)`.

When it declines
    A placeholder that is not simply bound to a name of its own.
"""

from codemods.emit.inputs import RULE

__all__ = ["RULE"]
