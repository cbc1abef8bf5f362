import tensorflow as tf

dataset = tf.data.Dataset.range(5).map(lambda n: n * 3).batch(2)
numbers_spec = dataset.element_spec


@tf.function(input_signature=[numbers_spec])
def total(numbers):
    return tf.reduce_sum(numbers)


total = total.get_concrete_function()


for epoch in range(2):
    # from the beginning
    iterator = iter(dataset)
    while True:
        try:
            print(epoch, total(iterator.get_next()).numpy())
        except tf.errors.OutOfRangeError:
            break
