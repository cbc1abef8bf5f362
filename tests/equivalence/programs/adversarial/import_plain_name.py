import tensorflow
x = tensorflow.placeholder(tensorflow.float32, [])
y = tensorflow.square(x)
with tensorflow.Session() as sess:
    print(sess.run(y, {x: 3.0}))
