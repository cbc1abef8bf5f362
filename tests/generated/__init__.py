"""Random small programs of TensorFlow 1: migrated, and run on both sides."""
