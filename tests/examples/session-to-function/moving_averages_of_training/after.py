import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
steps = tf.Variable(0, trainable=False)
w = tf.Variable([[1.0], [2.0]])
b = tf.Variable(0.5)


optimizer = tf.keras.optimizers.SGD(0.05, momentum=0.9)
averages = tf.train.ExponentialMovingAverage(0.99, num_updates=steps)
# the averages begin where the variables do
averages.apply([w, b])


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        def score(w, b):
            return tf.matmul(x, w) + b

        loss = tf.reduce_mean(tf.square(score(w, b)))
    variables = [w, b]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    steps.assign_add(1)
    # the averages follow the new weights
    averages.apply([w, b])


train_step = train_step.get_concrete_function()


shadow = averages.average(w)


@tf.function(input_signature=[x_spec])
def smooth(x):
    def score(w, b):
        return tf.matmul(x, w) + b
    return score(shadow, averages.average(b))


smooth = smooth.get_concrete_function()


@tf.function(input_signature=[x_spec])
def evaluate(x):
    def score(w, b):
        return tf.matmul(x, w) + b
    smooth = score(shadow, averages.average(b))
    return score(w, b), smooth


evaluate = evaluate.get_concrete_function()


print(smooth(np.ones([1, 2])).numpy())
for number in range(4):
    train_step(np.ones([number + 1, 2]))
    now, slow = [value.numpy() for value in evaluate(np.ones([1, 2]))]
    print("%.4f %.4f" % (now[0, 0], slow[0, 0]))
print(np.round(shadow.numpy().ravel(), 4), steps.numpy())
