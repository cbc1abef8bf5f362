import tensorflow as tf

greeting = tf.constant("hello")
a = tf.constant(2)
b = tf.constant(3)
product = a * b

print(greeting.numpy())
print(product.numpy(), [a.numpy(), b.numpy()])
