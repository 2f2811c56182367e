routes = {}


def route(path):
    def register(view):
        routes.setdefault(path, []).append(view)
        return view

    return register


def make_index():
    @route("/")
    def index(request):
        return "index", request

    return index


view = make_index()
for request in range(6_000):
    answer = view(request)
print(answer)
