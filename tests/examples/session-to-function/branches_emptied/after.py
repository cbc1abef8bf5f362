import os

import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(1.0)


@tf.function(input_signature=[x_spec])
def y(x):
    return w * x


y = y.get_concrete_function()


path, mode, retries, log = "weights/model", "fresh", 2, []

try:
    print(y(3.0).numpy(), log)
finally:
    mode = "done"

# nothing but a session
if mode != "fresh":
    print("going on")

if mode == "resume":
    print("going on")

if log:
    pass
elif mode == "again":
    print("again")

if retries > 3:
    pass
else:
    print("few retries")

if mode == "done":
    print("resumed")
else:
    # the counter too
    pass

if mode == "done":
    print("resumed")
# everything is new
else:
    pass

if log.append("asked"):
    pass

if mode == "done":
    print("resumed")
elif log.append("asked again"):
    pass

if len(log) > 2:  # for once
    pass
else:
    print("no log")

if retries:
    print("retries", retries)

if mode == "resume":
    pass

for each in range(1):
    try:
        print(y(2.0).numpy())
    except ValueError:
        pass
