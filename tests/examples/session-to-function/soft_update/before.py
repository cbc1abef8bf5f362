import tensorflow as tf

with tf.variable_scope("main"):
    a = tf.get_variable("a", [2], initializer=tf.ones_initializer())
with tf.variable_scope("target"):
    t = tf.get_variable("a", [2], initializer=tf.zeros_initializer())
main_vars = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="main")
target_vars = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="target")
update = [tf.assign(tv, 0.1 * mv + 0.9 * tv) for mv, tv in zip(main_vars, target_vars)]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(update)
    sess.run(update)
    print(sess.run(t))
