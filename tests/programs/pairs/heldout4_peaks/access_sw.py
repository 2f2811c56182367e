"""The busiest hour in an access log."""
import tempfile
from collections import Counter
from pathlib import Path


def write_log(path: Path, lines: int) -> None:
    with path.open("w", encoding="ascii") as log:
        for n in range(lines):
            hour = n * n % 24
            log.write(f"10.1.{n % 256}.{n % 199} [{hour:02d}:{n % 60:02d}] \"GET /shop/article/{n * 31 % 5000} HTTP/1.1\" 200 {n % 9000}\n")


def busiest(path: Path) -> tuple[int, int]:
    hours = Counter()
    with path.open(encoding="ascii") as log:
        for line in log:
            start = line.index("[") + 1
            hours[int(line[start:start + 2])] += 1
    return hours.most_common(1)[0]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "access.log"
        write_log(path, 90_000)
        print("hour and requests:", busiest(path))


if __name__ == "__main__":
    main()
