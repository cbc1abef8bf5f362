from absl import app, flags
import tensorflow as tf

flags.DEFINE_float("rate", 0.1, "the rate")
FLAGS = flags.FLAGS


def main(_):
    x_spec = tf.TensorSpec([], tf.float32)

    @tf.function(input_signature=[x_spec])
    def y(x):
        return x * FLAGS.rate

    print(y(1.0).numpy())


if __name__ == "__main__":
    app.run(main)
