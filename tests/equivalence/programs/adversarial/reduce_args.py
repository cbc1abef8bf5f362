import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 3])
ys = [tf.reduce_sum(x, reduction_indices=[1]), tf.reduce_mean(x, 0, keep_dims=True), tf.argmax(x, dimension=1),
      tf.nn.l2_normalize(x, dim=1), tf.nn.softmax(x, dim=0), tf.expand_dims(x, dim=-1)[0, 0], tf.squeeze(x[:1], squeeze_dims=[0]),
      tf.concat([x, x], 1), tf.split(x, 3, 1)[0], tf.transpose(x), tf.unstack(x)[1], tf.stack([x[0], x[1]], axis=1)]
with tf.Session() as sess:
    for r in sess.run(ys, {x: [[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]]}):
        print(r)
