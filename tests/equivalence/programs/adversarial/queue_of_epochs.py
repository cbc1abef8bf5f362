import numpy as np
import tensorflow as tf

np.random.seed(3)
rows = np.random.rand(7, 3).astype(np.float32)
marks = np.random.randint(0, 2, 7)
EPOCHS = 2
queue = tf.train.slice_input_producer([rows, marks], num_epochs=EPOCHS, shuffle=False, name='slices')
label = tf.one_hot(queue[1], 2)
xs, ys = tf.train.batch([queue[0], label], 4, allow_smaller_final_batch=True)
w = tf.Variable(tf.zeros([3, 2]))
loss = tf.losses.softmax_cross_entropy(ys, tf.matmul(xs, w))
train = tf.train.MomentumOptimizer(0.5, 0.9).minimize(loss)
size = tf.shape(xs)[0]
with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    step = 0
    try:
        while not coord.should_stop():
            _, value, n = sess.run([train, loss, size])
            print('%d %.4f %d' % (step, value, n))
            step += 1
    except tf.errors.OutOfRangeError as e:
        print('end', type(e).__name__)
        coord.request_stop(e)
    finally:
        coord.request_stop()
        coord.join(threads)
    print(np.round(sess.run(w), 3))
