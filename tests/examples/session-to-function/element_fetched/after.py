import tensorflow as tf

iterator = iter(tf.data.Dataset.range(3))
element_spec = iterator.element_spec


@tf.function(input_signature=[element_spec])
def element_2(element):
    return element


print(element_2(iterator.get_next()).numpy())
