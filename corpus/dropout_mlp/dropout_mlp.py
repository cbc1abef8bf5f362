'''
A multilayer perceptron with two hidden layers and dropout.

Data: synthetic 28x28 "digits", so that nothing has to be downloaded.
'''

import numpy as np
import tensorflow as tf

# Parameters
learning_rate = 0.001
training_epochs = 2
batch_size = 128
display_step = 1

# Network Parameters
n_hidden_1 = 256 # 1st layer number of neurons
n_hidden_2 = 256 # 2nd layer number of neurons
n_input = 784 # image shape: 28*28
n_classes = 10

np.random.seed(1)
tf.set_random_seed(1)

centers = np.random.uniform(0., 1., size=[n_classes, n_input])
train_labels = np.random.randint(n_classes, size=970)
train_x = np.clip(centers[train_labels] + np.random.normal(0., .8, size=[970, n_input]), 0., 1.).astype(np.float32)
train_y = np.eye(n_classes, dtype=np.float32)[train_labels]
test_x, train_x = train_x[:440], train_x[440:]
test_y, train_y = train_y[:440], train_y[440:]

# tf Graph input
X = tf.placeholder("float", [None, n_input])
Y = tf.placeholder("float", [None, n_classes])
keep_prob = tf.placeholder("float")   # 1.0 switches dropout off

# Store layers weight & bias
weights = {
    'h1': tf.Variable(tf.random_normal([n_input, n_hidden_1], stddev=0.05)),
    'h2': tf.Variable(tf.random_normal([n_hidden_1, n_hidden_2], stddev=0.05)),
    'out': tf.Variable(tf.random_normal([n_hidden_2, n_classes], stddev=0.05))
}
biases = {
    'b1': tf.Variable(tf.zeros([n_hidden_1])),
    'b2': tf.Variable(tf.zeros([n_hidden_2])),
    'out': tf.Variable(tf.zeros([n_classes]))
}


# Create model
def multilayer_perceptron(x, keep):
    # Hidden fully connected layer with 256 neurons
    layer_1 = tf.nn.relu(tf.add(tf.matmul(x, weights['h1']), biases['b1']))
    layer_1 = tf.nn.dropout(layer_1, keep)
    # Hidden fully connected layer with 256 neurons
    layer_2 = tf.nn.relu(tf.add(tf.matmul(layer_1, weights['h2']), biases['b2']))
    layer_2 = tf.nn.dropout(layer_2, keep)
    # Output fully connected layer with a neuron for each class
    return tf.matmul(layer_2, weights['out']) + biases['out']


# Construct model
logits = multilayer_perceptron(X, keep_prob)

# Define loss and optimizer
loss_op = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits_v2(
    logits=logits, labels=Y))
optimizer = tf.train.AdamOptimizer(learning_rate=learning_rate)
train_op = optimizer.minimize(loss_op)

# Evaluate model
pred = tf.nn.softmax(logits)  # Apply softmax to logits
correct_prediction = tf.equal(tf.argmax(pred, 1), tf.argmax(Y, 1))
accuracy = tf.reduce_mean(tf.cast(correct_prediction, "float"))

# Initializing the variables
init = tf.global_variables_initializer()

with tf.Session() as sess:
    sess.run(init)

    # Training cycle
    for epoch in range(training_epochs):
        avg_cost = 0.
        total_batch = int(len(train_x)/batch_size)
        # Loop over all batches
        for i in range(total_batch):
            batch_x = train_x[i*batch_size:(i+1)*batch_size]
            batch_y = train_y[i*batch_size:(i+1)*batch_size]
            # Run optimization op (backprop) and cost op (to get loss value)
            _, c = sess.run([train_op, loss_op], feed_dict={X: batch_x,
                                                            Y: batch_y,
                                                            keep_prob: 0.75})
            # Compute average loss
            avg_cost += c / total_batch
        # Display logs per epoch step
        if epoch % display_step == 0:
            print("Epoch:", '%04d' % (epoch+1), "cost={:.4f}".format(avg_cost))
    print("Optimization Finished!")

    # Test model, with dropout off
    print("Accuracy: {:.4f}".format(accuracy.eval({X: test_x, Y: test_y, keep_prob: 1.})))
