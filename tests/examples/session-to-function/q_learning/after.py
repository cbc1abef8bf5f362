import numpy as np
import tensorflow as tf

inputs1_spec = tf.TensorSpec([1, 4], tf.float32)
W = tf.Variable(tf.fill([4, 2], 0.1))


@tf.function(input_signature=[inputs1_spec])
def compute_Qout(inputs1):
    return tf.matmul(inputs1, W)


compute_Qout = compute_Qout.get_concrete_function()


@tf.function(input_signature=[inputs1_spec])
def predict_and_Qout(inputs1):
    Qout = compute_Qout(inputs1)
    predict = tf.argmax(Qout, 1)
    return predict, Qout


predict_and_Qout = predict_and_Qout.get_concrete_function()


nextQ_spec = tf.TensorSpec([1, 2], tf.float32)
trainer = tf.keras.optimizers.SGD(learning_rate=0.1)


@tf.function(input_signature=[inputs1_spec, nextQ_spec])
def train_step(inputs1, nextQ):
    with tf.GradientTape() as tape:
        Qout = compute_Qout(inputs1)
        loss = tf.reduce_sum(tf.square(nextQ - Qout))
    variables = [W]
    gradients = tape.gradient(loss, variables)
    trainer.apply_gradients(zip(gradients, variables))
    return tf.identity(W)


train_step = train_step.get_concrete_function()


y = 0.99
for i in range(3):
    s = i % 4
    a, allQ = [value.numpy() for value in predict_and_Qout(np.identity(4)[s : s + 1])]
    Q1 = compute_Qout(np.identity(4)[s : s + 1]).numpy()
    maxQ1 = np.max(Q1)
    targetQ = allQ
    targetQ[0, a[0]] = 1.0 + y * maxQ1
    W1 = train_step(np.identity(4)[s : s + 1], targetQ).numpy()
print(W.numpy(), a)
