class Team:
    def __init__(self, name, players=[]):
        self.name = name
        self.players = players

    def sign(self, player):
        self.players.append(player)


for n in range(2_000):
    team = Team("team %d" % n)
    for shirt in range(6):
        team.sign("player %d/%d" % (n, shirt))
print(team.name)
