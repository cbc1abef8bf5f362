import tensorflow as tf

main = [tf.Variable(tf.ones([2])), tf.Variable(tf.ones([3]))]
target = [tf.Variable(tf.zeros([2])), tf.Variable(tf.zeros([3]))]


def mixing(rate):
    mixed = [old.assign(rate * new.value() + (1.0 - rate) * old.value()) for old, new in zip(target, main)]
    return mixed


@tf.function
def mix():
    mixing(0.5)


@tf.function
def copies():
    # target follows main
    for i, variable in enumerate(main):
        target[i].assign(variable)


mix()
print([value.numpy() for value in target])
copies()
for variable in [value.numpy() for value in target]:
    print(variable)
