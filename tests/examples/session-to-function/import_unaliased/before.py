"""Says what it does."""
from __future__ import print_function

import tensorflow

x = tensorflow.placeholder(tensorflow.float32, [None])
y = tensorflow.reduce_sum(x)

with tensorflow.Session() as sess:
    print(sess.run(y, {x: [1.0, 2.0]}))
