import tensorflow as flow

x = flow.placeholder(flow.float32, [2])
y = flow.log(flow.matrix_diag(x) + 1.0)

with flow.Session() as session:
    print(session.run(y, {x: [1.0, 2.0]}))
