"""Linear model fed by an input queue: threads fill it while the main thread trains."""
import numpy as np
import tensorflow as tf

np.random.seed(6)
tf.set_random_seed(6)

rows = np.random.randn(512, 8).astype(np.float32)
answers = rows.dot(np.arange(8, dtype=np.float32)) / 4.

# the queue hands out one example at a time, always in the same order ...
example, answer = tf.train.slice_input_producer([rows, answers], shuffle=False)
# ... and one thread gathers batches, so the order stays what it is
batch_x, batch_y = tf.train.batch([example, answer], batch_size=32, num_threads=1)

w = tf.Variable(tf.zeros([8, 1]))
b = tf.Variable(tf.zeros([1]))
guess = tf.squeeze(tf.matmul(batch_x, w) + b, 1)
loss = tf.reduce_mean(tf.square(guess - batch_y))
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)

    for step in range(80):
        _, value = sess.run([train, loss])
        if step % 20 == 0:
            print('step %d loss %.4f' % (step, value))

    print('weights', np.round(sess.run(w)[:, 0], 2))
    coord.request_stop()
    coord.join(threads)
