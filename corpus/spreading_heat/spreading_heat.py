"""No network at all: a grid that is changed step by step by assignments, a wave and the heat of a plate."""
import numpy as np
import tensorflow as tf

N = 12


def make_kernel(a):
    """Transform a 2D array into a convolution kernel"""
    a = np.asarray(a)
    a = a.reshape(list(a.shape) + [1, 1])
    return tf.constant(a, dtype=1)


def simple_conv(x, k):
    """A simplified 2D convolution operation"""
    x = tf.expand_dims(tf.expand_dims(x, 0), -1)
    y = tf.nn.depthwise_conv2d(x, k, [1, 1, 1, 1], padding='SAME')
    return y[0, :, :, 0]


def laplace(x):
    """Compute the 2D laplacian of an array"""
    laplace_k = make_kernel([[0.5, 1.0, 0.5],
                             [1.0, -6., 1.0],
                             [0.5, 1.0, 0.5]])
    return simple_conv(x, laplace_k)


u_init = np.zeros([N, N], dtype=np.float32)
u_init[3, 4] = 1.0
u_init[8, 8] = -0.5
ut_init = np.zeros([N, N], dtype=np.float32)

sess = tf.InteractiveSession()
eps = tf.placeholder(tf.float32, shape=())          # time resolution
damping = tf.placeholder(tf.float32, shape=())      # wave damping
U = tf.Variable(u_init)
Ut = tf.Variable(ut_init)
heat = tf.Variable(np.abs(u_init), name='heat')

# Discretized PDE update rules
move = U.assign(U + eps * Ut)
slow_down = Ut.assign(Ut + eps * (laplace(U) - damping * Ut))
warmer = heat.assign_add(0.1 * laplace(heat))
energy = tf.reduce_sum(tf.square(Ut))

tf.global_variables_initializer().run()
for i in range(20):
    move.eval({eps: 0.03})
    sess.run(slow_down, {eps: 0.03, damping: 0.04})
    if i % 8 == 0:
        print(i, '%.5f' % energy.eval(), '%.4f' % U.eval().max())
for _ in range(3):
    sess.run(warmer)
print('heat %.4f of %.4f' % (heat.eval().max(), sess.run(tf.reduce_sum(heat))))
