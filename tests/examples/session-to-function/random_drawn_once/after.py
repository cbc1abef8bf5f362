import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def compute_a(x):
    return tf.random.normal([]) + x


def compute_b(a):
    return a + 1.0


@tf.function(input_signature=[x_spec])
def b(x):
    a = compute_a(x)
    return compute_b(a)


def compute_c(a):
    return a + 2.0


@tf.function(input_signature=[x_spec])
def c(x):
    a = compute_a(x)
    return compute_c(a)


def compute_d(b, c):
    return b + c


@tf.function(input_signature=[x_spec])
def evaluate(x):
    a = compute_a(x)
    b = compute_b(a)
    c = compute_c(a)
    d = compute_d(b, c)
    return a, b, c, d


@tf.function(input_signature=[x_spec])
def d_and_b(x):
    a = compute_a(x)
    b = compute_b(a)
    c = compute_c(a)
    d = compute_d(b, c)
    return d, b


b(0.0)
c(0.0)
compute_a(0.0)
va, vb, vc, vd = [value.numpy() for value in evaluate(0.0)]
print(abs(vb - va - 1) < 1e-5, abs(vc - va - 2) < 1e-5, abs(vd - vb - vc) < 1e-5)
vd, vb = [value.numpy() for value in d_and_b(0.0)]
print(abs(vd - vb - vb - 1) < 1e-5)
