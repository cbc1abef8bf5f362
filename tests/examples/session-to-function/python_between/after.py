import tensorflow as tf

n = 3
x_spec = tf.TensorSpec([None], tf.float32)
print("building")
scale = n * 2.0
names = ["a", "b"]


@tf.function(input_signature=[x_spec])
def z(x):
    y = scale * x
    return tf.reduce_sum(y)


print("built", names)

print(z([1.0]).numpy())
