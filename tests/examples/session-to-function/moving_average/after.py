import tensorflow as tf

w = tf.Variable(1.0)
average = tf.train.ExponentialMovingAverage(0.9)
# the averages begin where the variables do
average.apply([w])


@tf.function
def update():
    average.apply([w])  # follows w


update = update.get_concrete_function()


@tf.function
def grow():
    w.assign_add(2.0)


grow()
update()
print(average.average(w).numpy())
