globals()["table"] = {}
for number in range(9_000):
    name = "option_%d" % number
    globals()["table"] = {name: {"value": number, "default": None}}
print(len(globals()["table"]))
