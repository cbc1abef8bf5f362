import tensorflow as tf

counter = tf.Variable(0, name="counter")


@tf.function
def increment():
    counter.assign_add(1)


print(counter.numpy())
increment()
increment()
print(counter.numpy(), counter.numpy())
