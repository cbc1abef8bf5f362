import tensorflow as flow

x_spec = flow.TensorSpec([2], flow.float32)


@flow.function(input_signature=[x_spec])
def y(x):
    return flow.math.log(flow.linalg.diag(x) + 1.0)


print(y([1.0, 2.0]).numpy())
