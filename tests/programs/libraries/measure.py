"""Measures with tracemalloc what libraries keep: for each pair what one trip leaves behind, and the same program as it should be.

    /usr/bin/python3 tests/programs/libraries/measure.py          prints bytes a trip for each program whose library is there

The programs are those of the rules LL9. The interpreter is one that has the libraries (Debian's python3-numpy, python3-pandas, python3-matplotlib, python3-sqlalchemy, python3-bs4, python3-lxml).
"""
import gc
import importlib.util
import io
import sys
import tracemalloc
import warnings

TRIPS = 12
PAGE = "<html><head><title>Page {}</title></head><body>" + "<p class='line'>some words of a line</p>" * 2000 + "</body></html>"


def measure(program):
    """Bytes that one trip leaves behind when everything else is collected."""
    kept = []
    for number in range(2):
        program(kept, number)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(TRIPS):
        program(kept, number)
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (after - before) // TRIPS


def figures():
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from matplotlib.figure import Figure

    data = list(range(200))

    def saved(kept, number):
        figure, axes = plt.subplots()
        axes.plot(data)
        figure.savefig(io.BytesIO())

    def closed(kept, number):
        figure, axes = plt.subplots()
        axes.plot(data)
        figure.savefig(io.BytesIO())
        plt.close(figure)

    def emptied(kept, number):
        figure, axes = plt.subplots()
        axes.plot(data)
        figure.savefig(io.BytesIO())
        figure.clf()

    def plain(kept, number):
        figure = Figure()
        figure.subplots().plot(data)
        figure.savefig(io.BytesIO())

    def over(kept, number):
        plt.figure(1)
        plt.plot(data)
        plt.savefig(io.BytesIO())

    def cleared(kept, number):
        plt.figure(2)
        plt.plot(data)
        plt.savefig(io.BytesIO())
        plt.clf()

    return [("LL901 saved", saved, "closed", closed), ("LL901 emptied", emptied, "Figure()", plain), ("LL901 plots over plots", over, "clf()", cleared)]


def arrays():
    import numpy

    def row(kept, number):
        kept.append(numpy.zeros((1000, 100))[0])

    def copied(kept, number):
        kept.append(numpy.zeros((1000, 100))[0].copy())

    def head(kept, number):
        kept.append(memoryview(bytes(800_000))[:16])

    def head_copied(kept, number):
        kept.append(bytes(memoryview(bytes(800_000))[:16]))

    def sliced(kept, number):
        kept.append(bytes(800_000)[:16])

    return [("LL902 row of an array", row, "copy()", copied), ("LL902 memoryview", head, "bytes()", head_copied), ("LL902 memoryview", head, "slice of bytes", sliced)]


def tables():
    import numpy
    import pandas

    def column(kept, number):
        kept.append(pandas.DataFrame(numpy.zeros((1000, 100)))[3])

    def column_copied(kept, number):
        kept.append(pandas.DataFrame(numpy.zeros((1000, 100)))[3].copy())

    def head(kept, number):
        kept.append(pandas.DataFrame(numpy.zeros((1000, 100))).head(5))

    def chosen(kept, number):
        table = pandas.DataFrame(numpy.zeros((1000, 100)))
        kept.append(table[table.index < 5])

    return [("LL902 column of a table", column, "copy()", column_copied), ("LL902 head of a table", head, "chosen by a condition", chosen)]


def soups():
    from bs4 import BeautifulSoup

    def title(kept, number):
        kept.append(BeautifulSoup(PAGE.format(number), "html.parser").title.string)

    def text(kept, number):
        kept.append(str(BeautifulSoup(PAGE.format(number), "html.parser").title.string))

    return [("LL902 string of a soup", title, "str()", text)]


def trees():
    import xml.etree.ElementTree as tree

    page = "<all>" + "<row><name>some words</name></row>" * 2000 + "</all>"

    def child(kept, number):
        kept.append(tree.fromstring(page)[0])

    def text(kept, number):
        kept.append(tree.fromstring(page)[0][0].text)

    def matched(kept, number):
        import re

        kept.append(re.search("words", str(number) + "x" * 800_000 + "words"))

    def group(kept, number):
        import re

        kept.append(re.search("words", str(number) + "x" * 800_000 + "words").group())

    return [("an element of ElementTree (no parent)", child, "its text", text), ("LL902 match", matched, "group()", group)]


def sessions():
    from sqlalchemy import Column, Integer, String, create_engine
    from sqlalchemy.orm import Session, declarative_base
    from sqlalchemy.pool import StaticPool

    base = declarative_base()

    class Row(base):
        __tablename__ = "rows"
        id = Column(Integer, primary_key=True)
        text = Column(String)

    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    base.metadata.create_all(engine)
    one, two = Session(engine), Session(engine)

    def added(kept, number):
        for _ in range(100):
            one.add(Row(text="x" * 1000))

    def flushed(kept, number):
        for _ in range(100):
            two.add(Row(text="x" * 1000))
        two.flush()

    def engines(kept, number):
        with create_engine("sqlite://").connect() as connection:
            connection.exec_driver_sql("select 1").scalar()

    return [("LL904 added to a session, 100 rows", added, "flushed", flushed), ("LL904 an engine for each call, when it is collected", engines, "flushed", flushed)]


def graphs():
    import torch

    torch.set_num_threads(1)
    model = torch.nn.Linear(4, 1)
    inputs = torch.ones(2, 4)
    state = {"sum": 0, "number": 0.0}

    def summed(kept, number):
        for _ in range(100):
            loss = model(inputs).mean()
            loss.backward()
            state["sum"] += loss

    def numbered(kept, number):
        for _ in range(100):
            loss = model(inputs).mean()
            loss.backward()
            state["number"] += loss.item()

    return [("LL903 sum of losses, 100 steps, Python's part", summed, "item()", numbered)]


def main():
    warnings.simplefilter("ignore")
    print(sys.version.split()[0])
    for library, programs in (("matplotlib", figures), ("numpy", arrays), ("pandas", tables), ("bs4", soups), ("re", trees), ("sqlalchemy", sessions), ("torch", graphs)):
        if importlib.util.find_spec(library) is None:
            print(f"{library} is not there")
            continue
        for grows, program, stays, twin in programs():
            print(f"{grows}: {measure(program):,} bytes a trip; {stays}: {measure(twin):,}")


if __name__ == "__main__":
    main()
