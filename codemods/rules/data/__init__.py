"""Rules about the data that programs read."""
