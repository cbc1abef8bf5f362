import tensorflow as tf


def main():
  x = tf.placeholder(tf.float32, [None])
  total = tf.reduce_sum(x)
  with tf.Session() as sess:
    for step in range(2):
      value = sess.run(
          total, {x: [float(step)]})
      print(step, value)


main()
