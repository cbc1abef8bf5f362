import tensorflow as tf

with tf.Graph().as_default(), tf.device("/cpu:0"):
    with tf.name_scope("inputs"):
        # the input
        x = tf.placeholder(tf.float32, [])
        text = """a
        b"""
    with tf.name_scope("model"), tf.variable_scope("v"):
        w = tf.get_variable("w", [], initializer=tf.ones_initializer())
        # the product
        y = w * x
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(2):
            if i:
                print(text, sess.run(y, {x: i}))
            # inner end
        # outer end
print("done")
