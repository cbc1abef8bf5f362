import tensorflow as tf

größe_spec = tf.TensorSpec([], tf.float32)  # Größe in Metern


@tf.function(input_signature=[größe_spec])
def fläche(größe):
    return größe * größe  # "m²"


print("Fläche: ", fläche(3.0).numpy(), "m²")  # ✓
