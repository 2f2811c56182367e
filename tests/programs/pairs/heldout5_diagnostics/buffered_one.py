import logging
from logging.handlers import MemoryHandler

sink = logging.NullHandler()
handler = MemoryHandler(capacity=100, flushLevel=logging.CRITICAL)

log = logging.getLogger("shop")
log.setLevel(logging.DEBUG)
log.propagate = False
log.addHandler(handler)

for n in range(4000):
    log.info("order %d packed in %s", n, f"box-{n % 7}")
handler.flush()
print(log.name, sink.level, bool(handler.buffer))
