import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None])
w = tf.Variable([[1.0], [2.0]])
pred = tf.squeeze(tf.matmul(x, w), axis=1)
loss = tf.reduce_mean(tf.square(pred - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
# one step
step = sess.make_callable([train, loss], feed_list=[x, y])
predict = sess.make_callable(pred, [x])  # without the truth
weights = sess.make_callable(w)


def report(rows):
    return [round(float(each), 2) for each in predict(rows)]


for i in range(3):
    _, cost = step([[1.0, 0.0], [0.0, 1.0]], [1.0, 2.0 * i])
    print(i, cost, report([[1.0, 1.0]]))
print(weights())
sess.close()
