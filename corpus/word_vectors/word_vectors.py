"""Skip-gram: noise-contrastive estimation over a small text, and the nearest words at the end."""
import collections

import numpy as np
import tensorflow as tf

np.random.seed(80)
words = ('the cat sat on the mat and the dog sat on the rug while the cat and the dog looked at '
         'the bird that sat in the tree and sang to the cat').split()
count = collections.Counter(words).most_common()
dictionary = {word: i for i, (word, _) in enumerate(count)}
reverse_dictionary = dict(zip(dictionary.values(), dictionary.keys()))
data = [dictionary[word] for word in words]
vocabulary_size, embedding_size, num_sampled, batch_size = len(count), 6, 4, 12
pairs = [(data[i], data[j]) for i in range(len(data)) for j in (i - 1, i + 1) if 0 <= j < len(data)]
valid_examples = np.array([0, 1, 2])

train_inputs = tf.placeholder(tf.int32, shape=[batch_size])
train_labels = tf.placeholder(tf.int32, shape=[batch_size, 1])
valid_dataset = tf.constant(valid_examples, dtype=tf.int32)

embeddings = tf.Variable(tf.random_uniform([vocabulary_size, embedding_size], -1.0, 1.0, seed=1))
embed = tf.nn.embedding_lookup(embeddings, train_inputs)
nce_weights = tf.Variable(tf.truncated_normal([vocabulary_size, embedding_size], stddev=0.4, seed=2))
nce_biases = tf.Variable(tf.zeros([vocabulary_size]))

loss = tf.reduce_mean(
    tf.nn.nce_loss(weights=nce_weights, biases=nce_biases, labels=train_labels, inputs=embed,
                   num_sampled=num_sampled, num_classes=vocabulary_size))
optimizer = tf.train.GradientDescentOptimizer(0.5).minimize(loss)

# cosine similarity between the examples and all words
norm = tf.sqrt(tf.reduce_sum(tf.square(embeddings), 1, keep_dims=True))
normalized_embeddings = embeddings / norm
valid_embeddings = tf.nn.embedding_lookup(normalized_embeddings, valid_dataset)
similarity = tf.matmul(valid_embeddings, normalized_embeddings, transpose_b=True)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    average_loss = 0
    for step in range(20):
        start = step * batch_size % (len(pairs) - batch_size)
        batch = np.array(pairs[start:start + batch_size])
        feed_dict = {train_inputs: batch[:, 0], train_labels: batch[:, 1:]}
        _, loss_val = session.run([optimizer, loss], feed_dict=feed_dict)
        average_loss += loss_val
        if step % 10 == 9:
            print('Average loss at step', step, ':', average_loss / 10)
            average_loss = 0
    sim = similarity.eval()
    for i in range(3):
        valid_word = reverse_dictionary[valid_examples[i]]
        nearest = (-sim[i, :]).argsort()[1:3]
        print('Nearest to %s:' % valid_word, ', '.join(reverse_dictionary[k] for k in nearest))
    final_embeddings = normalized_embeddings.eval()
    print(final_embeddings.shape)
