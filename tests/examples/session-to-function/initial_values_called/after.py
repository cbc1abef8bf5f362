import tensorflow as tf

w = tf.Variable(tf.random.normal([2]))
copy = tf.Variable(lambda: w, dtype=tf.float32, trainable=False)

print(copy.numpy())
