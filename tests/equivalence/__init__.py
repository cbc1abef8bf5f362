"""Every row of the API tables against TensorFlow itself: old and new are computed in child processes and compared."""
