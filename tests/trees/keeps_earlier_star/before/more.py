def absolute(x):
    return -x
