import tensorflow as tf
from tensorflow import placeholder, reduce_sum

x = placeholder(tf.float32, [None])
y = reduce_sum(x)

with tf.Session() as session:
    print(session.run(y, {x: [1.0, 2.0]}))
