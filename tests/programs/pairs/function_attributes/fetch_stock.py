def fetch(symbol):
    answer = {"symbol": symbol, "price": len(symbol) * 1.5}
    fetch.history.append(answer)
    return answer["price"]


fetch.history = []
for n in range(9_000):
    fetch(f"SYM{n}")
print(len(fetch.history))
