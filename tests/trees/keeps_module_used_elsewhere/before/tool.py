import ops
print(ops.STDDEV)
