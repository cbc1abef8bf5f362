import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def compute_accuracy(x):
    return tf.reduce_mean(x)


@tf.function(input_signature=[x_spec])
def loss_and_accuracy(x):
    accuracy = compute_accuracy(x)
    loss = tf.reduce_sum(x)
    return loss, accuracy


loss_and_accuracy = loss_and_accuracy.get_concrete_function()


for step in range(2):
    cost, acc = [value.numpy() for value in loss_and_accuracy([1.0, 2.0])]
    print(cost, acc)
accuracy = compute_accuracy([1.0, 3.0]).numpy()
print("accuracy", accuracy)
