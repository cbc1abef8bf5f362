import tensorflow as tf

inputs = [tf.placeholder(tf.float32, []) for _ in range(2)]
s = inputs[0] + inputs[1]
with tf.Session() as sess:
    print(sess.run(s, {inputs[0]: 1.0, inputs[1]: 2.0}))
