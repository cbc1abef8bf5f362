import os

import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
w = tf.Variable([1.0, 2.0], name="w")
y = w * x
loss = tf.reduce_sum(tf.square(y - 1.0))
train = tf.train.AdamOptimizer(0.1).minimize(loss)
saver = tf.train.Saver()

if __name__ == "__main__":
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(3):
            sess.run(train, {x: [1.0, 2.0]})
        saver.save(sess, os.path.join("weights", "model"), global_step=step)
    with tf.Session() as sess:
        found = tf.train.get_checkpoint_state("weights")
        if found and found.model_checkpoint_path:
            saver.restore(sess, found.model_checkpoint_path)
            print("restored", sess.run(w))
        sess.run(train, {x: [1.0, 1.0]})
        print(sess.run([loss, y], {x: [0.0, 2.0]}))
