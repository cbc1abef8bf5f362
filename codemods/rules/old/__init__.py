"""What stops an old program besides TensorFlow: Python 2, and names that Python and its libraries dropped."""
