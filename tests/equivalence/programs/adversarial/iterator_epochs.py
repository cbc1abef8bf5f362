import tensorflow as tf

data = tf.data.Dataset.from_tensor_slices({"a": [1.0, 2.0, 3.0, 4.0, 5.0], "b": [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]})
data = data.map(lambda row: {"a": row["a"] * 2.0, "b": tf.reduce_sum(row["b"])}).batch(2).repeat(2)
epochs = data.make_initializable_iterator()
row = epochs.get_next()
total = tf.Variable(0.0)
add = tf.assign_add(total, tf.reduce_sum(row["a"]))
largest = tf.reduce_max(row["b"])
nothing = tf.constant(3.0) * total

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for epoch in range(2):
    sess.run(epochs.initializer)
    taken = 0
    try:
        while True:
            print(sess.run(largest), sess.run(nothing))
            sess.run(add)
            taken += 1
    except tf.errors.OutOfRangeError as error:
        print(epoch, taken, type(error).__name__)
    print(sess.run(total))
