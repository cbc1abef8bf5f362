import tensorflow as tf

w = tf.Variable(1.0)


@tf.function
def doubled():
    return w * 2.0


@tf.function
def grow():
    w.assign(w + 10.0)


grow()
print(doubled().numpy(), w.numpy())
