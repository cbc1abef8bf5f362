import tensorflow as tf

größe = tf.placeholder(tf.float32, [])  # Größe in Metern
fläche = größe * größe  # "m²"

with tf.Session() as sess:
    print("Fläche: ", sess.run(fläche, {größe: 3.0}), "m²")  # ✓
