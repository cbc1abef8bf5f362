"""What it does
    Writes the list of variables that a query such as `tf.trainable_variables("G")` returned; or of the losses and
    penalties that a collection held, or their sum, where the program asks for that.

Why
    There are no collections any more. What they held is known from the source.

Example
    `tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="G")` becomes `[*hidden_layer.trainable_variables, w]`;
    `tf.losses.get_regularization_loss()` becomes `tf.add_n([*hidden_layer.losses, 0.1 * tf.nn.l2_loss(w)])`.

When it declines
    Other collections, scopes that are patterns, programs whose functions make variables, and collections that are
    filled or read in functions, loops or branches, or filled and never read.
"""

from codemods.emit.variable_lists import QUERY_RULE as RULE

__all__ = ["RULE"]
