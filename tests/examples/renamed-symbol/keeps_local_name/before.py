import tensorflow


def log_of(tf, value):
    """The parameter is called tf, whatever it is."""
    return tf.log(value) if tf else tensorflow.math.log(value)
