"""What it does
    Turns `tf.get_variable` into `tf.Variable` under its full TensorFlow 1 name, with the same initializer, and gives
    variables inside of variable scopes their full name.

Why
    `tf.get_variable` and its scopes are gone; the name is kept because checkpoints know the variable by it.

Example
    `w = tf.get_variable("w", [4, 1])` in the scope `head` becomes
    `w = tf.Variable(tf.keras.initializers.GlorotUniform()([4, 1]), name="head/w")`.

When it declines
    Names, scopes or reuse that are not literal, regularizers, partitioners, and initializers that are not known.
"""

from codemods.emit.variables import RULE

__all__ = ["RULE"]
