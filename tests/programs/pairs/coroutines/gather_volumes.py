import asyncio

prices = []


async def price(symbol: int) -> dict:
    await asyncio.sleep(0)
    return {"symbol": symbol, "price": symbol * 1.25, "name": f"share {symbol}"}


async def main() -> None:
    for block in range(0, 8_000, 100):
        answers = await asyncio.gather(*(price(symbol) for symbol in range(block, block + 100)))
        prices.extend(answers)


asyncio.run(main())
print(len(prices))
