from tensorflow import placeholder, Session, float32
x = placeholder(float32, [])
y = x * 2
with Session() as sess:
    print(sess.run(y, {x: 2.0}))
