from functools import lru_cache


@lru_cache(maxsize=None)
def query(text: str) -> list[str]:
    return text.split()


for n in range(4_000):
    query(f"select a{n} from b{n} where c = {n}")
print(query.cache_info().hits)
