import tensorflow as tf

# the input
x_spec = tf.TensorSpec([], tf.float32)
text = """a
        b"""
w = tf.Variable(tf.ones([]), name="v/w")


@tf.function(input_signature=[x_spec])
def y(x):
    # the product
    return w * x


y = y.get_concrete_function()


for i in range(2):
    if i:
        print(text, y(i).numpy())
    # inner end
# outer end
print("done")
