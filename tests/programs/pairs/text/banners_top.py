WIDTH = 3000
banners = []
for number in range(2_500):
    banners.append("=" * 3000)
print(len(banners), WIDTH)
