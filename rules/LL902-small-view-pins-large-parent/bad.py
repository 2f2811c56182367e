"""Small parts that keep the whole, and copies of them."""

import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pandas as pd
from bs4 import BeautifulSoup
from lxml import html

FIRST_ROWS = []
HEADS = []
SAMPLES = {}
TABLES = []


def rows_bad():
    for number in range(100):
        table = np.zeros((10_000, 10))
        FIRST_ROWS.append(table[0])  # expect: LL902


def heads_bad(sizes):
    for number in range(100):
        packet = memoryview(bytes(100_000 + number))
        HEADS.append(packet[:16])  # expect: LL902


def samples_bad():
    for number in range(100):
        readings = np.arange(100_000)
        SAMPLES[number] = readings[::10_000]  # expect: LL902


def tables_bad():
    for number in range(10):
        table = pd.DataFrame(np.zeros((10_000, 2)))
        TABLES.append((number, table.head(2)))  # expect: LL902


def columns_bad(paths):
    columns = []
    for path in paths:
        columns.append(np.load(path)[0])  # expect: LL902
    return columns


def titles_bad(pages):
    titles = []
    for page in pages:
        soup = BeautifulSoup(page, "html.parser")
        titles.append(soup.title.string)  # expect: LL902
    return titles


def links_bad(pages):
    links = {}
    for name, page in pages:
        tree = html.fromstring(page)
        links[name] = tree.xpath("//a/@href")  # expect: LL902
    return links


def versions_bad(paths):
    found = []
    for path in paths:
        text = path.read_text()
        found.append(re.search(r"version = (.*)", text))  # expect: LL902
    return found


def prices_bad(paths):
    total = 0
    for path in paths:
        for event, element in ElementTree.iterparse(path):  # expect: LL902
            if element.tag == "price":
                total += float(element.text)
    return total


def rows_ok():
    rows = []
    for number in range(100):
        table = np.zeros((1000, 100))
        rows.append(table[0].copy())
    return len(rows)


def heads_ok():
    heads = []
    for number in range(100):
        packet = memoryview(bytes(100_000 + number))
        heads.append(bytes(packet[:16]))
    return len(heads)


def slice_of_bytes_ok():
    # A slice of bytes is a copy.
    heads = []
    for number in range(100):
        heads.append(bytes(100_000 + number)[:16])
    return len(heads)


def slice_of_list_ok():
    # So is one of a list, and what it holds is there anyway.
    heads = []
    for number in range(100):
        heads.append(list(range(10_000))[:10])
    return len(heads)


def wholes_ok():
    # The arrays are kept as well, and were the views copies, nothing would be won.
    wholes, rows = [], []
    for number in range(10):
        table = np.zeros((100, 100))
        wholes.append(table)
        rows.append(table[0])
    return wholes, rows


def as_large_as_the_parent_ok():
    flat = []
    for number in range(10):
        flat.append(np.zeros((100, 100)).reshape(-1))
    return len(flat)


def all_rows_ok():
    # Together they show all of it.
    rows = []
    for number in range(10):
        table = np.zeros((10, 1000))
        for row in range(10):
            rows.append(table[row])
    return len(rows)


def chosen_ok():
    # What a list of numbers or a condition chooses is a copy.
    chosen = []
    for number in range(100):
        table = np.zeros((1000, 100))
        chosen.append(table[[1, 2]])
        chosen.append(table[0] + 1)
    return len(chosen)


def dropped_ok():
    # The view is gone with the function.
    total = 0
    for number in range(100):
        first = np.zeros((1000, 100))[0]
        total += first.size
    return total


def one_parent_ok():
    # All of them look into one array, which is there anyway.
    table = np.zeros((100, 1000))
    rows = []
    for number in range(100):
        rows.append(table[number])
    return rows


def used_in_the_trip_ok(paths):
    total = 0
    for path in paths:
        first = np.load(path)[0]
        total += first.sum()
    return total


def titles_ok(pages):
    titles = []
    for page in pages:
        soup = BeautifulSoup(page, "html.parser")
        titles.append(str(soup.title.string))
    return titles


def texts_ok(pages):
    texts = []
    for page in pages:
        soup = BeautifulSoup(page, "html.parser")
        texts.append(soup.find("h1").get_text())
    return texts


def addresses_ok(pages):
    found = []
    for page in pages:
        soup = BeautifulSoup(page, "html.parser")
        for link in soup.find_all("a"):
            found.append(link["href"])
    return found


def soups_ok(pages):
    # The whole is what is wanted.
    soups, titles = [], []
    for page in pages:
        soup = BeautifulSoup(page, "html.parser")
        soups.append(soup)
        titles.append(soup.title)
    return soups, titles


def versions_ok(paths):
    found = []
    for path in paths:
        text = path.read_text()
        found.append(re.search(r"version = (.*)", text).group(1))
    return found


def prices_ok(paths):
    total = 0
    for path in paths:
        for event, element in ElementTree.iterparse(path):
            if element.tag == "price":
                total += float(element.text)
            element.clear()
    return total


def first_price_ok(path):
    for event, element in ElementTree.iterparse(path):
        if element.tag == "price":
            return element.text


rows_bad()
heads_bad([])
samples_bad()
tables_bad()
rows_ok()
heads_ok()
slice_of_bytes_ok()
slice_of_list_ok()
as_large_as_the_parent_ok()
all_rows_ok()
chosen_ok()
dropped_ok()
one_parent_ok()
