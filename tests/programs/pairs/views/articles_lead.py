leads = []
for number in range(400):
    article = [f"paragraph {n} of article {number}" for n in range(80)]
    leads.append(article[0:])
print(len(leads))
