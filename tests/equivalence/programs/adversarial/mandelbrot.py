import numpy as np
import tensorflow as tf

Y, X = np.mgrid[-1:1:0.5, -1:1:0.5]
Z = X + 1j * Y
xs = tf.constant(Z.astype(np.complex64))
zs = tf.Variable(xs)
ns = tf.Variable(tf.zeros_like(xs, tf.float32))
zs_ = zs * zs + xs
not_diverged = tf.abs(zs_) < 4
step = tf.group(zs.assign(zs_), ns.assign_add(tf.cast(not_diverged, tf.float32)))
sess = tf.InteractiveSession()
tf.global_variables_initializer().run()
for i in range(5):
    step.run()
print(ns.eval())
