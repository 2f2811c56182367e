class Rejected(Exception):
    pass


def check(number):
    columns = [f"column {number}.{n}" for n in range(40)]
    raise Rejected(columns[0])


rejected = []
for number in range(600):
    try:
        check(number)
    except Rejected as error:
        rejected.append(error.with_traceback(error.__traceback__))
print(len(rejected))
