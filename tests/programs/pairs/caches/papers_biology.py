computed = property


class Paper:
    def __init__(self, number):
        self.number = number

    @computed
    def words(self):
        return [f"word-{self.number}-{n}" for n in range(40)]


papers = [Paper(number) for number in range(500)]
print(sum(len(paper.words) for paper in papers))
