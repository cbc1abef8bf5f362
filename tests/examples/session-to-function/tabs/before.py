import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
total = tf.reduce_sum(x)

with tf.Session() as sess:
	for step in range(2):
		# one run
		value = sess.run(total, {x: [float(step)]})
		if value > 0:
			print(step, value)
