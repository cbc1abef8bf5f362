"""What it does
    Makes the optimizer an object of its own: the Keras class where it takes the same steps, with the arguments that
    make it do so, else the class of `tf.compat.v1.train`.

Why
    Defaults differ (Adam's epsilon), and some Keras classes compute something else for changing rates or sparse
    gradients. The table of optimizers says which; tests compare every row with TensorFlow 1.

Example
    `train = tf.train.AdamOptimizer(1e-3).minimize(loss)` becomes
    `optimizer = tf.keras.optimizers.Adam(1e-3, epsilon=1e-08)` and a step that applies its gradients.

When it declines
    Arguments that the graph computes, and optimizers that functions make.
"""

from codemods.emit.optimizers import RULE

__all__ = ["RULE"]
