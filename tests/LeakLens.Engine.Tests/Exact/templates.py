"""string.Template: placeholders, two dollars, braces, what is missing."""
from string import Template

LETTER = Template("Dear $title ${name}, you owe $$${amount}. $title_of $_x1!")
VALUES = {"title": "Ms", "amount": 12.5, "title_of": None, "_x1": [1]}
texts = [LETTER.substitute(VALUES, name=f"Nr. {n}") for n in range(3)]
texts.append(LETTER.safe_substitute(title="Mr"))
texts.append(Template("100 $ and $").safe_substitute())
texts.append(LETTER.template[:5])
for values in ({}, VALUES):
    try:
        Template("$name").substitute(values)
    except KeyError as error:
        texts.append("missing " + str(error))
try:
    Template("$5").substitute({})
except ValueError:
    texts.append("wrong")
result = "|".join(texts)
