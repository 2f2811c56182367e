class Service:
    def __init__(self, name: str) -> None:
        self.name = name
        self.log: list[str] = []

    def handle(self, request: int) -> bool:
        entry = f"{self.name} handled request {request}"
        self.log = [entry]
        return request % 2 == 0


service = Service("directory")
for request in range(15_000):
    service.handle(request)
print(len(service.log))
