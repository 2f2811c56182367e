WIDTH = 3000
banners = []
for number in range(2_500):
    banners.append("=" * WIDTH)
print(len(banners), WIDTH)
