import tensorflow as tf

queue = tf.data.Dataset.list_files('*.dat')
files = iter(queue.map(lambda file: (file, tf.io.read_file(file))))
name_spec, content_spec = files.element_spec


@tf.function(input_signature=[name_spec, content_spec])
def name_and_longest(name, content):
    size = tf.size(tf.io.decode_raw(content, tf.uint8))
    longest = tf.maximum(size, 10)
    return name, longest


name_and_longest = name_and_longest.get_concrete_function()


try:
    while True:
        print([value.numpy() for value in name_and_longest(*files.get_next())])
except tf.errors.OutOfRangeError:
    print('all read')
