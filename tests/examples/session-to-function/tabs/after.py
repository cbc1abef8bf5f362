import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def total(x):
	return tf.reduce_sum(x)


total = total.get_concrete_function()


for step in range(2):
	# one run
	value = total([float(step)]).numpy()
	if value > 0:
		print(step, value)
