"""What main gets is what no flag took."""
import sys
import tensorflow as tf

tf.flags.DEFINE_float("rate", 0.1, "the rate")
app = tf.flags.FLAGS


def start(argv):
    x = tf.placeholder(tf.float32, [])
    y = x * app.rate
    with tf.Session() as sess:
        print(argv[1:], sess.run(y, {x: 1.0}))


if __name__ == "__main__":
    tf.app.run(start, argv=sys.argv)
