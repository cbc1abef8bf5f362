import tensorflow as tf

verbose = True
x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
loss = tf.square(w - x)
train = tf.train.GradientDescentOptimizer(0.25).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    step = 0
    while step < 4:
        sess.run(train, {x: 3.0})
        if step % 2 == 0 and verbose:
            print(step, sess.run(loss, {x: 3.0}))
        elif step == 3:
            print("last", sess.run(w))
        else:
            pass
        step += 1
    if sess.run(loss, {x: 3.0}) < 1.0:
        print("done")
