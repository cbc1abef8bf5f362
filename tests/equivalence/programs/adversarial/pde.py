import numpy as np
import tensorflow as tf

u0 = np.zeros([4, 4], np.float32)
u0[1, 2] = 1.0
eps = tf.placeholder(tf.float32, shape=())
U = tf.Variable(u0)
Ut = tf.Variable(np.zeros([4, 4], np.float32))
U_ = U + eps * Ut
Ut_ = Ut + eps * (tf.transpose(U) - 0.1 * Ut)
step = tf.group(U.assign(U_), Ut.assign(Ut_))
sess = tf.InteractiveSession()
tf.global_variables_initializer().run()
for i in range(3):
    step.run({eps: 0.03})
print(U.eval())
