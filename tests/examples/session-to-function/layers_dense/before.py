import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
hidden = tf.layers.dense(x, 8, activation=tf.nn.relu, kernel_initializer=tf.ones_initializer())
logits = tf.layers.dense(inputs=hidden, units=2, name="logits", kernel_initializer=tf.ones_initializer())
loss = tf.reduce_mean(tf.square(logits))
train_op = tf.train.AdamOptimizer(learning_rate=0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, value = sess.run([train_op, loss], {x: [[1.0, 2.0, 3.0, 4.0]]})
        print(value)
