from itertools import groupby
from operator import itemgetter


def sales(days):
    for day in range(days):
        for shop in range(20):
            yield {"week": day // 7, "shop": f"shop-{shop}", "amount": (day * 31 + shop * 17) % 400 + 0.5}


def large(rows, least):
    return (row for row in rows if row["amount"] >= least)


weeks = {}
for week, group in groupby(large(sales(700), 100), key=itemgetter("week")):
    weeks[week] = sum(row["amount"] for row in group)
print(len(weeks))
