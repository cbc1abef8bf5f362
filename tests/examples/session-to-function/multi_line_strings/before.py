import tensorflow as tf

x = tf.placeholder(tf.float32, [None])

with tf.name_scope("checked"):
    total = tf.reduce_sum(x, name="""the
    sum""".replace("\n", "").replace(" ", "_"))

with tf.Session() as sess:
    print("""The total of
    the numbers
  is %s""" % sess.run(total, {x: [1.0]}))
