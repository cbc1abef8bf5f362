import tensorflow as tf

up_spec = tf.TensorSpec([], tf.bool)
level_spec = tf.TensorSpec([], tf.int32)
v = tf.Variable(1.0)


@tf.function(input_signature=[up_spec])
def bump(up):
    return tf.cond(up, lambda: v.assign_add(1.0), lambda: v.assign_sub(0.5))


bump = bump.get_concrete_function()


def reset():
    start = tf.constant(10.0)
    return v.assign(start)


@tf.function(input_signature=[level_spec])
def chosen(level):
    chosen = tf.case([(tf.equal(level, 0), reset), (tf.equal(level, 1), lambda: v + 1.0)], default=lambda: tf.zeros([]))
    return chosen, tf.identity(v)


chosen = chosen.get_concrete_function()


for going_up in (True, False, True):
    print(bump(going_up).numpy())
bump(True)
for number in range(3):
    print([value.numpy() for value in chosen(number)])
