import tensorflow as tf

left_spec = tf.TensorSpec([None, 2], tf.float32)
right_spec = tf.TensorSpec([None, 2], tf.float32)

w = tf.Variable(tf.ones([2, 1]), name="tower/w")
w_again = w
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[left_spec, right_spec])
def train_step(left, right):
    with tf.GradientTape() as tape:
        left_score = tf.matmul(left, w)
        right_score = tf.matmul(right, w_again)
        margin = tf.reduce_sum(left_score - right_score)
    variables = [w]
    gradients = tape.gradient(margin, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return margin


train_step = train_step.get_concrete_function()


for _ in range(2):
    found = train_step([[1.0, 2.0]], [[1.0, 0.0]]).numpy()
    print(found)
