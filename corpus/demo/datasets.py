"""Data for the exercises. Plain numpy: nothing here knows TensorFlow."""
import numpy as np


def line(count=40, seed=0):
    rng = np.random.RandomState(seed)
    x = np.linspace(0., 3., count)
    return x, 1.7 * x - .4 + rng.normal(0., .1, count)


def flowers(count=600, seed=1):
    """Four measures of a flower, and which of three kinds it is."""
    rng = np.random.RandomState(seed)
    means = np.array([[5.0, 3.4, 1.5, .2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
    kinds = rng.randint(3, size=count)
    return means[kinds] + rng.normal(0., .3, (count, 4)), kinds


def digits(count=1200, seed=2):
    """12x12 pictures of ten signs, one-hot labels."""
    signs = np.random.RandomState(99).rand(10, 12, 12) > .6
    rng = np.random.RandomState(seed)
    labels = rng.randint(10, size=count)
    flip = rng.rand(count, 12, 12) > .9
    return (signs[labels] ^ flip).astype('float32'), np.eye(10, dtype='float32')[labels]


def coins(count, rng):
    """Profiles of coins: a bump of varying height at a varying place."""
    place = rng.uniform(.3, .7, (count, 1))
    height = rng.uniform(.5, 1., (count, 1))
    return height * np.exp(-60. * (np.linspace(0., 1., 48) - place) ** 2)
