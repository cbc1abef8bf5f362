import tensorflow as tf

v = tf.Variable(1.0)
w = tf.Variable(2.0)
grow = tf.assign_add(w, 1.0)
init = tf.global_variables_initializer()

first = tf.Session()
second = tf.Session()
first.run(init)
second.run(init)
print(first.run(v), second.run(grow))
print(second.run(w), first.run(w))
