import tensorflow as tf

w = tf.Variable(tf.random.normal([2]))
copy = tf.Variable(w)

print((copy - w).numpy())
