import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
with tf.Session() as sess:
    print(f"é value {sess.run(y, {x: 1.0}):.2f} and {sess.run(y, {x: 2.0})!r:>5} {1 + 1}")
    print(f"""two
lines {sess.run(y, {x: 3.0})} é {sess.run(y, {x: 4.0})}""")
    print(f"ab{sess.run(y, {x: 5.0})}c{sess.run(y, {x: 5.0})}")
