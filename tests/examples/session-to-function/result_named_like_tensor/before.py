import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
loss = tf.reduce_sum(x)
accuracy = tf.reduce_mean(x)

with tf.Session() as sess:
    for step in range(2):
        cost, acc = sess.run([loss, accuracy], {x: [1.0, 2.0]})
        print(cost, acc)
    accuracy = sess.run(accuracy, {x: [1.0, 3.0]})
    print("accuracy", accuracy)
