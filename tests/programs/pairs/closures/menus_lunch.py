callbacks = []


def open_document(number):
    pages = ["page %d of %d" % (page, number) for page in range(200)]
    title = pages[0]

    def show():
        return title

    return show


for number in range(150):
    callbacks.append(open_document(number))
print(callbacks[7]())
