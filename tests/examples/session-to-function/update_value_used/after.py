import tensorflow as tf

amount_spec = tf.TensorSpec([], tf.float32)
balance = tf.Variable(10.0)


@tf.function(input_signature=[amount_spec])
def deposit(amount):
    balance.assign_add(amount)
    return tf.identity(balance)


print(deposit(5.0).numpy())
print(balance.numpy())
