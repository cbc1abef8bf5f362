import tensorflow as tf

n = 3
x = tf.placeholder(tf.float32, [None])
print("building")
scale = n * 2.0
y = scale * x
names = ["a", "b"]
z = tf.reduce_sum(y)
print("built", names)

with tf.Session() as sess:
    print(sess.run(z, {x: [1.0]}))
