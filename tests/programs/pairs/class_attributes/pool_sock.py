class Connection:
    open_by_host = {}

    def __init__(self, host):
        self.host = host
        self.buffer = bytearray(400)
        type(self).open_by_host[host] = self


for n in range(5_000):
    Connection("10.0.%d.%d" % (n // 250, n % 250))
print("connected")
