import tensorflow as tf


def train_step(number):
    return "step %d" % number


variables = ["not", "tensors"]
tape = 3
x = tf.placeholder(tf.float32, [])
x_spec = "mine"
w = tf.Variable(1.0)
loss = tf.square(w * x - 2.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
optimizer = "none"

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for gradients in range(2):
        _, value = sess.run([train, loss], {x: 1.0})
        print(train_step(gradients), value, variables, tape, x_spec, optimizer)
