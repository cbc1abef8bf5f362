import tensorflow as tf

print("tf.log is now", "tf.math.log", tf.__version__)
