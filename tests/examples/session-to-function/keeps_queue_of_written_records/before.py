import tensorflow as tf

writer = tf.python_io.TFRecordWriter('images.tfrecords')
writer.close()
queue = tf.FIFOQueue(3, [tf.float32])
x = tf.placeholder(tf.float32)
y = x + 1
with tf.Session() as sess:
    print(sess.run(y, {x: 2}))
