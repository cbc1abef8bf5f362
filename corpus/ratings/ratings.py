"""Matrix factorization of movie ratings: embeddings of users and movies, and their biases."""
import numpy as np
import tensorflow as tf

USERS = 400
MOVIES = 300
FACTORS = 16
BATCH = 256

np.random.seed(17)
tf.set_random_seed(17)

# hidden tastes make the ratings
user_taste = np.random.normal(size=(USERS, 3))
movie_taste = np.random.normal(size=(MOVIES, 3))
user_ids = np.random.randint(USERS, size=20000)
movie_ids = np.random.randint(MOVIES, size=20000)
ratings = 3. + (user_taste[user_ids] * movie_taste[movie_ids]).sum(axis=1) + .2 * np.random.normal(size=20000)

user = tf.placeholder(tf.int32, [None], name='user')
movie = tf.placeholder(tf.int32, [None], name='movie')
rating = tf.placeholder(tf.float32, [None], name='rating')

with tf.variable_scope('embedding'):
    user_matrix = tf.get_variable('users', [USERS, FACTORS],
                                  initializer=tf.random_normal_initializer(stddev=0.1))
    movie_matrix = tf.get_variable('movies', [MOVIES, FACTORS],
                                   initializer=tf.random_normal_initializer(stddev=0.1))
    user_bias = tf.get_variable('user_bias', [USERS], initializer=tf.zeros_initializer())
mean = tf.Variable(3.0, trainable=False, name='mean')   # not learned

user_vector = tf.nn.embedding_lookup(user_matrix, user)
movie_vector = tf.nn.embedding_lookup(movie_matrix, movie)
guess = mean + tf.reduce_sum(user_vector * movie_vector, 1) + tf.gather(user_bias, user)

# rows that occur twice in a batch get one summed update
rmse = tf.sqrt(tf.reduce_mean(tf.square(guess - rating)))
penalty = 1e-3 * (tf.nn.l2_loss(user_vector) + tf.nn.l2_loss(movie_vector)) / BATCH
loss = tf.reduce_mean(tf.square(guess - rating)) + penalty
global_step = tf.Variable(0, name='global_step', trainable=False)
train_op = tf.train.AdamOptimizer(0.02).minimize(loss, global_step=global_step)

init = tf.global_variables_initializer()
sess = tf.Session()
sess.run(init)

for epoch in range(2):
    errors = []
    for start in range(0, 18000 - BATCH, BATCH):
        part = slice(start, start + BATCH)
        _, error = sess.run([train_op, rmse], feed_dict={user: user_ids[part],
                                                         movie: movie_ids[part],
                                                         rating: ratings[part]})
        errors.append(error)
    print('epoch %d: rmse %.4f after %d steps' % (epoch, np.mean(errors), sess.run(global_step)))

print('held out: %.4f' % sess.run(rmse, {user: user_ids[18000:], movie: movie_ids[18000:], rating: ratings[18000:]}))
some = sess.run(guess, {user: [0, 1, 2], movie: [5, 5, 5]})
print('three users about one movie:', np.round(some, 3))
