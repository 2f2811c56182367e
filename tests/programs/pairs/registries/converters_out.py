from functools import singledispatch


@singledispatch
def convert(value):
    return str(value)


def row_type(number):
    return type(f"Row{number}", (), {"number": number})


fixed = row_type(0)
for number in range(250):
    convert.register(fixed, repr)
print(len(convert.registry) > 1)
