from tensorflow import *

x = placeholder(float32, [])
y = x + 1.0

with Session() as sess:
    print(sess.run(y, {x: 1.0}))
