import tensorflow as tf

w = tf.Variable([1.0, 2.0], name="w")
double = tf.assign(w, w * 2.0)
saver = tf.train.Saver()

with tf.Session() as outer:
    outer.run(tf.global_variables_initializer())
    outer.run(double)
    saver.save(outer, "model")
    outer.run(double)
    with tf.Session() as inner:
        saver.restore(inner, "model")
        print(inner.run(w), outer.run(w))
