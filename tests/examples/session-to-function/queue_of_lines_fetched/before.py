import tensorflow as tf

names = tf.train.string_input_producer(["a", "b"], num_epochs=1)
reader = tf.TextLineReader()
_, line = reader.read(names)

with tf.Session() as sess:
    sess.run(tf.local_variables_initializer())
    threads = tf.train.start_queue_runners(sess=sess)
    print(sess.run(line))
