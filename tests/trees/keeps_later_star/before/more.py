from math import *


def dense(x, *rest):
    return x
