import tensorflow as tf


class Block:
    def __init__(self, units):
        self.dense = tf.keras.layers.Dense(units, activation=tf.nn.relu)

    def __call__(self, inputs):
        return self.dense(inputs)


x_spec = tf.TensorSpec([None, 2], tf.float32)
y_block = Block(4)
y_block_2 = Block(1)


@tf.function(input_signature=[x_spec])
def y(x):
    return y_block_2(y_block(x))


print(y([[1.0, 2.0]]).numpy())
