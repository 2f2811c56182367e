import io
from functools import singledispatch

wire = io.BytesIO(b"first line\nsecond\n\nlast")
lines = [wire.readline(), wire.tell(), wire.read(3), wire.readlines(), wire.read(), wire.read(5)]
wire.seek(0)
chunks = list(iter(lambda: wire.read(7), b""))
wire.seek(-4, 2)
tail = wire.read(-1)
wire.seek(6)
written = wire.write(b"LINE!")
wire.seek(2, 1)
where = wire.tell(), wire.read(2)
out = io.BytesIO()
for n in range(5):
    out.write(n.to_bytes(2, "big"))
out.truncate(7)
each = [line for line in io.BytesIO(b"a\nb\nc")]
size = 0
source = io.BytesIO(bytes(1_000))
while block := source.read(64):
    size += len(block)


@singledispatch
def told(value):
    return "some"


@told.register(int)
def told_int(value):
    return f"int {value}"


@told.register
def told_list(value: list):
    return [told(one) for one in value]


class Shape:
    pass


class Circle(Shape):
    pass


told.register(Shape, lambda value: "shape")
kinds = [told(3), told(True), told("x"), told([1, 2.5, Circle()]), told(Shape())]
told.register(Circle, lambda value: "circle")
result = repr((lines, chunks, tail, written, where, wire.getvalue(), out.getvalue(), each, size, kinds, told(Circle())))
