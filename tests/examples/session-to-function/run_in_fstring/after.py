import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return x + 1.0


print(f"é value {y(1.0).numpy():.2f} and {y(2.0).numpy()!r:>5} {1 + 1}")
print(f"""two
lines {y(3.0).numpy()} é {y(4.0).numpy()}""")
print(f"ab{y(5.0).numpy()}c{y(5.0).numpy()}")
