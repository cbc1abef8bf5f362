import tensorflow as tf

x = tf.placeholder(tf.float32, [])
a = x + 1.0
b = x * 2.0
fetches = [a, b]
named = {"a": a, "b": b}
with tf.Session() as sess:
    p, q = sess.run(fetches, {x: 3.0})
    out = sess.run(named, {x: 3.0})
    print(p, q, out["a"], sorted(out), type(sess.run(tuple(fetches), {x: 3.0})).__name__)
