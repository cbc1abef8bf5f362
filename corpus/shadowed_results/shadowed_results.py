"""Results take the names of the tensors that they are values of."""
import numpy as np
import tensorflow as tf

np.random.seed(13)
tf.set_random_seed(13)
rows = np.random.rand(60, 4)
truth = rows.dot([[1.], [2.], [-1.], [.5]]) + .1

X = tf.placeholder(tf.float32, [None, 4])
Y = tf.placeholder(tf.float32, [None, 1])
W = tf.Variable(tf.truncated_normal([4, 1], stddev=.1), name='weight')
b = tf.Variable(tf.zeros([1]), name='bias')
hypothesis = tf.matmul(X, W) + b
cost = tf.reduce_mean(tf.square(hypothesis - Y))
mae = tf.reduce_mean(tf.abs(hypothesis - Y))
train = tf.train.GradientDescentOptimizer(learning_rate=0.1).minimize(cost)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
history = []
for step in range(31):
    cost_val, hy_val, _ = sess.run([cost, hypothesis, train], feed_dict={X: rows, Y: truth})
    history.append(cost_val)
    if step % 10 == 0:
        print(step, "Cost: %.5f" % cost_val, "Prediction: %.4f" % hy_val[0, 0])

# only now the names are taken
mae = sess.run(mae, feed_dict={X: rows, Y: truth})
W, b = sess.run([W, b])
print("mean error %.4f" % mae)
print("weights", np.round(W.ravel(), 3), "bias", np.round(b, 3))
hypothesis = sess.run(hypothesis, {X: np.ones((2, 4))})
print("ones", np.round(hypothesis, 3).tolist())
print("went down", history[0] > history[-1])
