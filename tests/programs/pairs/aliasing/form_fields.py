class Form:
    title = "survey"


form = Form()
for number in range(10_000):
    answer = "answer %d" % number
    setattr(form, "field_" + str(number), answer)
print(len(vars(form)))
