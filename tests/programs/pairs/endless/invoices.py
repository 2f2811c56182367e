from itertools import count

ledger = {}
for serial in count(1):
    if serial > 15_000:
        break
    amount = serial * 99 // 7
    ledger[serial] = ("EUR", amount, f"invoice {serial}")
print(len(ledger))
