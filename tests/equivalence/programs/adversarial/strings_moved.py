import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
with tf.Session() as sess:
    with tf.name_scope('''a_b'''):
        y = tf.identity(x * 2, name="""out""")
        s = tf.string_join([tf.as_string(x), """one
        two"""])
    print(sess.run([y, s], {x: 1.0}))
