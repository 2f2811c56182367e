my_list = []
for i in range(10):
    data = "test" * 100
    my_list.append(data)
    my_list.clear()
