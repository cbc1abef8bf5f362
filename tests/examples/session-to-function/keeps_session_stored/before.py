import tensorflow as tf


class Holder:
    pass


x = tf.placeholder(tf.float32, [None])
y = tf.reduce_sum(x)
holder = Holder()
holder.session = tf.Session()
print(holder.session.run(y, {x: [1.0]}))
