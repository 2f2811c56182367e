import pandas as pd

answers = []
for page in range(20):
    column = ["answer" for row in range(500)]
    answers.append(pd.Series(column, dtype="object").to_frame("text"))
column = None
print(len(answers))
