import os
import tempfile

import tensorflow as tf

folder = tempfile.mkdtemp()
a = tf.Variable(1.0)
b = tf.Variable([2.0, 3.0], name="b")
count = tf.Variable(0, name="global_step", trainable=False)
one = tf.train.Saver([b])
other = tf.train.Saver({"first": a, "second": b}, max_to_keep=0)
more = tf.assign_add(b, a * [1.0, 2.0])
again = tf.assign_add(count, 3)
shown = tf.reduce_sum(b) * a

sess = tf.Session()
sess.run(tf.global_variables_initializer())
sess.run([more, again])
print(one.save(sess, folder + "/one", write_meta_graph=False) == folder + "/one")
print(other.save(sess, folder + "/other", global_step=count, write_meta_graph=False)[len(folder):])
sess.run(more)
sess.run(tf.assign(a, 7.0))
print(sess.run([a, b]), sess.run(shown))
one.restore(sess, folder + "/one")
print(sess.run([a, b]))
sess.run(more)
other.restore(sess, folder + "/other-3")
print(sess.run([a, b]), sess.run(count))
print(tf.train.list_variables(folder + "/one"), tf.train.list_variables(folder + "/other-3"))
print(sorted(os.listdir(folder)))
try:
    one.restore(sess, folder + "/missing")
except ValueError as error:
    print(type(error).__name__)
try:
    other.restore(sess, folder + "/one")
except tf.errors.NotFoundError as error:
    print(type(error).__name__)
try:
    one.save(sess, folder + "/no/such/place", write_meta_graph=False)
except ValueError as error:
    print(type(error).__name__)
