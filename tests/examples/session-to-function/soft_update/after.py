import tensorflow as tf

a = tf.Variable(tf.ones([2]), name="main/a")
t = tf.Variable(tf.zeros([2]), name="target/a")
main_vars = [a]
target_vars = [t]


@tf.function
def update():
    for mv, tv in zip(main_vars, target_vars):
        tv.assign(0.1 * mv + 0.9 * tv)


update()
update()
print(t.numpy())
