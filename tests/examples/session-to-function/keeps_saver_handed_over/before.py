import tensorflow as tf
from checkpoints import keep

w = tf.Variable(1.0)
saver = tf.train.Saver()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    keep(saver)
    print(sess.run(w * 2.0))
