class Step:
    def __init__(self, action, below):
        self.action = action
        self.below = below


head = None
for number in range(9_000):
    head = Step(f"action {number}", head)
    head = head.below or head
print(head.action)
