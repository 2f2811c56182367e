class Currency:
    made = {}

    def __new__(cls, code):
        if code not in cls.made:
            instance = super().__new__(cls)
            instance.code = code
            cls.made[code] = instance
        return cls.made[code]


digits = 0
for n in range(10_000):
    digits += len(Currency("C%d" % n).code)
print(digits)
