"""What main gets is what no flag took."""
import sys
from absl import app as absl_app, flags
import tensorflow as tf

flags.DEFINE_float("rate", 0.1, "the rate")
app = flags.FLAGS


def start(argv):
    x_spec = tf.TensorSpec([], tf.float32)

    @tf.function(input_signature=[x_spec])
    def y(x):
        return x * app.rate

    print(argv[1:], y(1.0).numpy())


if __name__ == "__main__":
    absl_app.run(start, argv=sys.argv, flags_parser=lambda argv: flags.FLAGS(argv, known_only=True))
