import tensorflow as tf

main = [tf.Variable(tf.ones([2])), tf.Variable(tf.ones([3]))]
target = [tf.Variable(tf.zeros([2])), tf.Variable(tf.zeros([3]))]


def mixing(rate):
    mixed = []
    for old, new in zip(target, main):
        mixed.append(old.assign(rate * new.value() + (1.0 - rate) * old.value()))
    return mixed


mix = mixing(0.5)
copies = []
# target follows main
for i, variable in enumerate(main):
    copies.append(target[i].assign(variable))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(mix)
    print(sess.run(target))
    sess.run(copies)
    for variable in sess.run(target):
        print(variable)
