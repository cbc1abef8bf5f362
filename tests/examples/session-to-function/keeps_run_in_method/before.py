import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0
sess = tf.Session()


class Agent:
    def act(self, v):
        return sess.run(y, {x: v})


print(Agent().act(1.0))
