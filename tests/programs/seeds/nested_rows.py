outer_list = []
for i in range(50):
    inner_list = []
    for j in range(200):
        inner_list.append(("x" * (100 + j), i))
    outer_list.append(inner_list)
