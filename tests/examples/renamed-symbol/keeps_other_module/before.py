"""Not TensorFlow: a module that happens to be called tf."""
import tensorflow_probability
import transformations as tf

print(tf.log(3.0), tf.Session)
