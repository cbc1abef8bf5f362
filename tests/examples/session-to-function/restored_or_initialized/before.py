import tensorflow as tf

x = tf.placeholder(tf.float32, [3])
w = tf.Variable([1.0, 2.0, 3.0], name="w")
y = w * x
move = tf.assign_add(w, x)
saver = tf.train.Saver()

with tf.Session() as sess:
    found = tf.train.latest_checkpoint("weights")
    if found:
        saver.restore(sess, found)
    else:
        print("new weights")
        sess.run(tf.global_variables_initializer())
    for step in range(2):
        sess.run(move, {x: [1.0, 1.0, 1.0]})
    print(sess.run(y, {x: [1.0, 1.0, 2.0]}))
