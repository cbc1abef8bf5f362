import tensorflow as tf

flags = tf.app.flags
FLAGS = flags.FLAGS
flags.DEFINE_float('rate', 0.1, 'the rate')  # of learning
flags.DEFINE_integer('rounds', default_value=3, docstring='how often')

# the graph
x = tf.placeholder(tf.float32, [])
y = x * FLAGS.rate
with tf.Session() as sess:
    for i in range(FLAGS.rounds):
        print(sess.run(y, {x: 1.0}))
