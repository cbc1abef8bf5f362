import tensorflow as tf

first, second = tf.data.Dataset.range(3), tf.data.Dataset.range(5)
element_spec = first.element_spec


@tf.function(input_signature=[element_spec])
def total(element):
    return element + 1


total = total.get_concrete_function()


for epoch in range(2):
    if epoch:
        iterator = iter(first)
    else:
        # all of it
        iterator = iter(second)
    try:
        while True:
            print(total(iterator.get_next()).numpy())
    except tf.errors.OutOfRangeError:
        pass
