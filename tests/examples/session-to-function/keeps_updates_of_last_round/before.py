import tensorflow as tf

main = [tf.Variable(tf.ones([2])), tf.Variable(tf.ones([2]))]
target = [tf.Variable(tf.zeros([2])), tf.Variable(tf.zeros([2]))]
copies = []
for old, new in zip(target, main):
    copies.append(old.assign(new))
total = tf.reduce_sum(old)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(copies)
    print(sess.run(total))
