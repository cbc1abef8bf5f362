import tensorflow as tf

sizes = [4, 8, 6]
weights, biases = [], []
for n_in, n_out in zip(sizes[:-1], sizes[1:]):
    weights.append(tf.Variable(tf.ones([n_in, n_out])))
    biases.append(tf.Variable(tf.zeros([n_out])))

x = tf.placeholder(tf.float32, [None, 4])
layers = [x]
for w, b in zip(weights, biases):
    layers.append(tf.nn.tanh(tf.matmul(layers[-1], w) + b))

cost = tf.reduce_mean(tf.square(layers[-1]))
train = tf.train.GradientDescentOptimizer(0.1).minimize(cost, var_list=weights + biases)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0, 3.0, 4.0]]})
    print(sess.run(weights), sess.run(cost, {x: [[1.0, 2.0, 3.0, 4.0]]}))
