import tensorflow as tf

x = tf.placeholder(tf.float32, [])
a = tf.random_normal([]) + x
b = a + 1.0
c = a + 2.0
d = b + c
with tf.Session() as sess:
    sess.run(b, {x: 0.0})
    sess.run(c, {x: 0.0})
    sess.run(a, {x: 0.0})
    va, vb, vc, vd = sess.run([a, b, c, d], {x: 0.0})
    print(abs(vb - va - 1) < 1e-5, abs(vc - va - 2) < 1e-5, abs(vd - vb - vc) < 1e-5)
    vd, vb = sess.run([d, b], {x: 0.0})
    print(abs(vd - vb - vb - 1) < 1e-5)
