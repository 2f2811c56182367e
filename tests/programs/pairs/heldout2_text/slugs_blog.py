"""Makes slugs for the titles of articles."""
import string

taken = {}
TITLES = [
    "Ten Ways to Cook Rice!",
    "What's New in the Garden?",
    "A Walk -- by the Sea",
    "Notes on Sleep, Part I",
]
KEEP = set(string.ascii_lowercase + string.digits + " ")


def clean(title):
    letters = [letter for letter in title.lower() if letter in KEEP]
    return "-".join("".join(letters).split())


def variants(slug):
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def make_slug(title, author):
    base = clean(title)
    entry = taken.get(base)
    if entry is None:
        entry = taken[base] = {"author": author, "slug": base, "next": variants(base)}
    slug = next(entry["next"])
    if slug not in taken and slug.isalpha():
        taken[slug] = {"author": author, "slug": slug, "next": None}
    return slug


def main():
    authors = ["kim", "lee", "sam"]
    longest = ""
    for number in range(3000):
        slug = make_slug(TITLES[number % len(TITLES)], authors[number % 3])
        if len(slug) > len(longest):
            longest = slug
    print(longest)


if __name__ == "__main__":
    main()
