import tensorflow as tf

online = [tf.Variable(1.0), tf.Variable(2.0)]
target = [tf.Variable(0.0), tf.Variable(0.0)]


@tf.function
def sync():
    for t, o in zip(target, online):
        t.assign(o)


sync()
print([value.numpy() for value in target])
