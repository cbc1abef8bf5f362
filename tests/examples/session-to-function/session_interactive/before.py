import tensorflow as tf

sess = tf.InteractiveSession()

x = tf.placeholder(tf.float32, shape=[None, 1])
y_ = tf.placeholder(tf.float32, shape=[None, 1])
w = tf.Variable(tf.zeros([1, 1]))
tf.global_variables_initializer().run()

y = tf.matmul(x, w)
loss = tf.reduce_mean(tf.square(y - y_))
train_step = tf.train.GradientDescentOptimizer(0.5).minimize(loss)

for i in range(5):
    train_step.run(feed_dict={x: [[1.0]], y_: [[2.0]]})
    if i % 2 == 0:
        print(i, loss.eval({x: [[1.0]], y_: [[2.0]]}))
print(w.eval())
