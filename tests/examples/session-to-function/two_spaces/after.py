import tensorflow as tf


def main():
  x_spec = tf.TensorSpec([None], tf.float32)

  @tf.function(input_signature=[x_spec])
  def total(x):
    return tf.reduce_sum(x)

  total = total.get_concrete_function()

  for step in range(2):
    value = total([float(step)]).numpy()
    print(step, value)


main()
