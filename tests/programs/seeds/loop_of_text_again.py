my_list = []
for i in range(1000):
    data = "x" * (5000 + i)
    my_list.append(data)
    my_list.clear()
