import tensorflow as tf

up = tf.placeholder(tf.bool, [])
level = tf.placeholder(tf.int32, [])
v = tf.Variable(1.0)
bump = tf.cond(up, lambda: tf.assign_add(v, 1.0), lambda: v.assign_sub(0.5))


def reset():
    start = tf.constant(10.0)
    return tf.assign(v, start)


chosen = tf.case([(tf.equal(level, 0), reset), (tf.equal(level, 1), lambda: v + 1.0)], default=lambda: tf.zeros([]))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for going_up in (True, False, True):
        print(sess.run(bump, {up: going_up}))
    sess.run(bump, {up: True})
    for number in range(3):
        print(sess.run([chosen, v], {level: number}))
