import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
p, q = x + 1, x + 2
with tf.Session() as sess:
    r = sess.run([p], {x: 1.0})
    print(len(r), r[0])
    r, = sess.run([p], {x: 1.0})
    print(r)
    [r] = sess.run([p], {x: 2.0})
    print(r)
    t = sess.run((p, q), {x: 1.0})
    print(type(t).__name__, t[1])
    d = sess.run({'p': p, 'q': [q, p]}, {x: 1.0})
    print(sorted(d), d['q'][1])
    print(sess.run([p, {'a': q}], {x: 1.0})[1]['a'])
    print(sess.run([p, q, p], {x: 1.0}))
    a, *rest = sess.run([p, q, p], {x: 1.0})
    print(a, rest)
    box = [0, 0]
    box[0], box[1] = sess.run([p, q], {x: 4.0})
    print(box)
    (a, b), c = sess.run([(p, q), p], {x: 4.0})
    print(a, b, c)
    a = b = sess.run(q, {x: 0.0})
    print(a, b)
    total = 0.0
    for v in sess.run([p, q], {x: 1.0}):
        total += v
    total += sess.run(p, {x: 1.0})
    print(total)
    print('%.1f %.2f' % (sess.run(p, {x: 1.0}), sess.run(q, {x: 1.0})))
    print(sess.run([p, q], {x: 1.0})[-1], sess.run([p, q, p], {x: 1.0})[1:])
    print('{:.3f}'.format(sess.run(q, {x: 1.0})), f'{sess.run(p, {x: 9.0}):.1f}')
    if sess.run(p, {x: 1.0}) > 1.5:
        print('big')
    n = 0
    while n < sess.run(p, {x: 2.0}):
        n += 1
    print(n)
