import hashlib


def read_photo(number):
    return (b"%05d" % (number % 600)) * 200


by_checksum = {}
duplicates = 0
for number in range(1_800):
    content = read_photo(number)
    key = content
    if key in by_checksum:
        duplicates += 1
    else:
        by_checksum[key] = f"photo-{number}.jpg"
