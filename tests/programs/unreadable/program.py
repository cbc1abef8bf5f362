import tensorflow as tf
print "Python 2"
