import tensorflow as tf

w = tf.Variable(0.0)

for step in range(3):
    w.assign(float(step))
print(w.numpy())
