"""Names that TensorFlow 2 has as TensorFlow 1 had them, though the tables have a rule for them or do not list them."""

from __future__ import annotations

_KEPT_BY_2 = (
    "tf.Variable", "tf.function", "tf.gradients", "tf.hessians", "tf.GradientTape", "tf.TensorSpec", "tf.keras.",
    "tf.name_scope", "tf.type_spec_from_value",
    "tf.device", "tf.math.", "tf.random.", "tf.nn.", "tf.linalg.", "tf.strings.", "tf.io.", "tf.image.", "tf.data.",
    "tf.train.ExponentialMovingAverage", "tf.control_dependencies", "tf.raw_ops.",
    "tf.compat.as_", "tf.group", "tf.config.",
    "tf.summary.create_file_writer", "tf.summary.experimental.", "tf.debugging.", "tf.sparse.",
)  # fmt: skip


def exists_in_2(api: str) -> bool:
    """Whether TensorFlow 2 has the name, or names below it."""
    return any(api in (name, name[:-1]) or (name.endswith((".", "_")) and api.startswith(name)) for name in _KEPT_BY_2)
