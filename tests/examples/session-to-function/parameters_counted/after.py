import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
hidden_layer = tf.keras.layers.Dense(3)
hidden_layer.build([None, 2])
w = tf.Variable(tf.keras.initializers.GlorotUniform()([3, 1]), name="w")


@tf.function(input_signature=[x_spec])
def score(x):
    hidden = hidden_layer(x)
    return tf.matmul(hidden, w)


total = 0
for variable in [*hidden_layer.trainable_variables, w]:
    shape = variable.shape
    size = 1
    for dim in shape:
        size *= dim
    total += size
print(total)
print(sum(np.prod(v.shape.as_list()) for v in [*hidden_layer.trainable_variables, w]))  # once more

print(score(np.ones((2, 2))).numpy().shape)
