"""What it does
    Writes the list of variables that a query such as `tf.trainable_variables("G")` returned.

Why
    There are no collections any more. What they held is known from the source.

Example
    `tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="G")` becomes `[*hidden_layer.trainable_variables, w]`.

When it declines
    Other collections, scopes that are patterns, and programs whose functions make variables.
"""

from codemods.emit.variable_lists import QUERY_RULE as RULE

__all__ = ["RULE"]
