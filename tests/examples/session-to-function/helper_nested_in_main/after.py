import tensorflow as tf


def main():
    x_spec = tf.TensorSpec([], tf.float32)
    w = tf.Variable(1.0)
    optimizer = tf.keras.optimizers.SGD(0.1)

    @tf.function(input_signature=[x_spec])
    def train_step(x):
        with tf.GradientTape() as tape:
            y = x * w
            loss = tf.square(y)
        variables = [w]
        gradients = tape.gradient(loss, variables)
        fetched_0 = x * 2.0
        optimizer.apply_gradients(zip(gradients, variables))
        return fetched_0

    train_step = train_step.get_concrete_function()

    def step(v):
        out = train_step(v).numpy()
        return out

    print(step(1.0), step(2.0), w.numpy())


main()
