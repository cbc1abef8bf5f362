import tensorflow as tf
x = tf.placeholder(tf.float32, [2])
w = tf.get_variable('w', [2], initializer=tf.ones_initializer())
with tf.variable_scope('s', reuse=tf.AUTO_REUSE):
    u = tf.get_variable('w', [2], initializer=tf.ones_initializer())
    u2 = tf.get_variable('w', [2], initializer=tf.ones_initializer())
y = w * x * u * u2
print([v.name for v in tf.global_variables()])
def names(vs):
    return sorted(v.name for v in vs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [1., 2.]}))
    print(names([w, u]))
    for i, v in enumerate(tf.trainable_variables()):
        print(i, v.op.name, v.shape)
