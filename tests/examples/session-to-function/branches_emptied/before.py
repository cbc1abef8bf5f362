import os

import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(1.0)
y = w * x
init = tf.global_variables_initializer()
path, mode, retries, log = "weights/model", "fresh", 2, []

sess = tf.Session()
sess.run(init)

try:
    print(sess.run(y, {x: 3.0}), log)
finally:
    mode = "done"

# nothing but a session
if mode == "fresh":
    sess.close()
else:
    print("going on")

if mode == "resume":
    print("going on")
elif mode == "fresh":
    sess.close()

if log:
    sess.close()
elif mode == "again":
    print("again")

if retries > 3:
    sess.close()
else:
    print("few retries")

if mode == "done":
    print("resumed")
else:
    # the counter too
    sess.close()

if mode == "done":
    print("resumed")
# everything is new
else:
    sess.close()

if mode == "first" and not os.path.isdir(path):
    if retries:
        sess.close()

if log.append("asked"):
    sess.close()

if mode == "done":
    print("resumed")
elif log.append("asked again"):
    sess.close()

if len(log) > 2:  # for once
    sess.close()
else:
    print("no log")

if not retries:
    sess.close()
else:

    print("retries", retries)

if mode == "resume":
    pass
else:
    sess.close

for each in range(1):
    if mode == "fresh" and each == 0:
        sess.close()
    try:
        print(sess.run(y, {x: 2.0}))
    except ValueError:
        sess.close()
    else:
        sess.close()
    finally:
        sess.close()
