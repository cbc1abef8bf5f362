import tensorflow as tf

names = tf.data.Dataset.from_tensor_slices(["a", "b"]).shuffle(2)
lines = iter(names.flat_map(tf.data.TextLineDataset))
line_spec = lines.element_spec


@tf.function(input_signature=[line_spec])
def line_2(line):
    return line


print(line_2(lines.get_next()).numpy())
