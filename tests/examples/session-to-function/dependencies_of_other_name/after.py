import tensorflow as tf

w = tf.Variable(1.0)


@tf.function
def grow():
    w.assign_add(1.0)


@tf.function
def same():
    doubled = w * 2.0
    return doubled  # another name, no operation: it waits for nothing


print(same().numpy(), same().numpy(), w.numpy())
grow()
print(same().numpy())
