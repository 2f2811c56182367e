class Offer:
    trail = ()

    def __init__(self, number):
        step = ("created", number * 1_000, f"offer {number}")
        Offer.trail += (step,)


for number in range(3_000):
    offer = Offer(number)
print(len(offer.trail))
