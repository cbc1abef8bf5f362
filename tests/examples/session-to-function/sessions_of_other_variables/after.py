import tensorflow as tf

a = tf.constant([1.0, 2.0])
print((a + 1.0).numpy())

v = tf.Variable(tf.random.normal([2]))
w = tf.Variable([1.0, 2.0])


@tf.function
def grow():
    w.assign_add(a)


grow = grow.get_concrete_function()


grow()
print(w.numpy())

print((v * 2.0).numpy().shape, a.numpy())
