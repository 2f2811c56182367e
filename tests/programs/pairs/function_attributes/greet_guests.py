def make_greeter():
    def greet(name):
        greet.names.append(name.capitalize())
        return len(greet.names)

    greet.names = []
    return greet


greet = make_greeter()
for n in range(15_000):
    greet("guest number %d" % n)
print(greet("last") > 0)
