import tensorflow as tf

ids_spec = tf.TensorSpec([None], tf.int32)
table = tf.Variable([[1.0], [2.0], [3.0]])
optimizer = tf.compat.v1.train.AdamOptimizer(0.1)


@tf.function(input_signature=[ids_spec])
def train_step(ids):
    with tf.GradientTape() as tape:
        picked = tf.nn.embedding_lookup(table, ids)
        loss = tf.reduce_sum(tf.square(picked))
    variables = [table]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step([0, 0, 2])
print(table.numpy())
