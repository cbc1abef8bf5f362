import tensorflow as tf

w = tf.Variable([3.0, 4.0])
tvars = [w]


def compute_grads_and_norm():
    loss = tf.reduce_sum(tf.square(w))
    grads, norm = tf.clip_by_global_norm(tf.gradients(loss, tvars), 1.0)
    return grads, norm


@tf.function
def norm():
    _, norm = compute_grads_and_norm()
    return norm


opt = tf.keras.optimizers.SGD(0.5)


@tf.function
def train_step():
    grads, _ = compute_grads_and_norm()
    opt.apply_gradients(zip(grads, tvars))


train_step()
print(w.numpy(), norm().numpy())
