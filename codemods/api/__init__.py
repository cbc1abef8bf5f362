"""The TensorFlow API as data: tables, and typed access to them."""
