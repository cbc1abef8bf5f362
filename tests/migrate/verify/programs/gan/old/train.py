import numpy as np
import tensorflow as tf

samples = np.random.normal(4.0, 0.5, [600, 2]).astype(np.float32)


def discriminator(x, reuse=False):
    with tf.variable_scope("D", reuse=reuse):
        h = tf.layers.dense(x, 8, tf.nn.leaky_relu, name="h")
        return tf.layers.dense(h, 1, name="out")


real = tf.placeholder(tf.float32, [None, 2])
z = tf.random_normal([30, 3])
with tf.variable_scope("G"):
    w = tf.get_variable("w", [3, 2], initializer=tf.random_normal_initializer(stddev=0.3))
    b = tf.get_variable("b", [2], initializer=tf.zeros_initializer())
fake = tf.matmul(z, w) + b
d_real, d_fake = discriminator(real), discriminator(fake, reuse=True)
d_loss = tf.reduce_mean(tf.nn.softplus(-d_real)) + tf.reduce_mean(tf.nn.softplus(d_fake))
g_loss = tf.reduce_mean(tf.nn.softplus(-d_fake))
d_vars = [v for v in tf.trainable_variables() if v.name.startswith("D")]
g_vars = [v for v in tf.trainable_variables() if v.name.startswith("G")]
d_step = tf.train.AdamOptimizer(0.01, beta1=0.5).minimize(d_loss, var_list=d_vars)
g_step = tf.train.RMSPropOptimizer(0.01).minimize(g_loss, var_list=g_vars)

sess = tf.InteractiveSession()
tf.global_variables_initializer().run()
for i in range(9):
    _, d = sess.run([d_step, d_loss], {real: samples[30 * i : 30 * i + 30]})
    _, g = sess.run(
        [g_step, g_loss],
    )
    print(i, d, g)
print(fake.eval().mean())
