problems = []


def decode(number):
    data = bytes(3_000 + number)
    if data[0] == 0:
        raise ValueError(f"upload {number}: no header")
    return data


for number in range(800):
    try:
        decode(number)
    except ValueError as problem:
        problems.append(problem)
print(len(problems))
