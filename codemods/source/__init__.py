"""Text and trees of Python source, without knowledge of TensorFlow."""
