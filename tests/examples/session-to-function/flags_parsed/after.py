import sys
from absl import flags
import tensorflow as tf

FLAGS = flags.FLAGS
flags.DEFINE_float('rate', 0.1, 'the rate')  # of learning
flags.DEFINE_integer('rounds', default=3, help='how often')
FLAGS(sys.argv)

# the graph
x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return x * FLAGS.rate


y = y.get_concrete_function()


for i in range(FLAGS.rounds):
    print(y(1.0).numpy())
