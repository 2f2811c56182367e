"""Figures that pyplot remembers, and those that are closed, given away, or never remembered."""

import io

import matplotlib.pyplot as plt
import plotly.graph_objects as go
import seaborn as sns
from flask import Flask, send_file
from matplotlib.figure import Figure

app = Flask(__name__)


def report_bad(tables):
    for name, table in tables:
        figure, axes = plt.subplots()  # expect: LL901
        axes.plot(table)
        figure.savefig(f"{name}.png")


def histograms_bad(samples):
    for number, sample in enumerate(samples):
        plt.figure(figsize=(8, 4))  # expect: LL901
        plt.hist(sample)
        plt.savefig(f"sample-{number}.png")


def pairs_bad(frames):
    for name, frame in frames.items():
        grid = sns.pairplot(frame)  # expect: LL901
        grid.savefig(f"{name}.png")


@app.route("/chart/<name>")
def chart_bad(name):
    figure = plt.figure()  # expect: LL901
    figure.add_subplot().plot([1, 2, 3])
    image = io.BytesIO()
    figure.savefig(image)
    image.seek(0)
    return send_file(image)


def over_and_over_bad(samples):
    for number, sample in enumerate(samples):
        plt.plot(sample)  # expect: LL901
        plt.savefig(f"sample-{number}.png")


def closed_behind_the_loop_bad(tables):
    for name, table in tables:
        figure, axes = plt.subplots()  # expect: LL901
        axes.plot(table)
        figure.savefig(f"{name}.png")
    plt.close("all")


def emptied_but_kept_bad(tables):
    for name, table in tables:
        figure, axes = plt.subplots()  # expect: LL901
        axes.plot(table)
        figure.savefig(f"{name}.png")
        figure.clf()


def draw(table):
    figure, axes = plt.subplots()
    axes.plot(table)
    return figure


def drawn_elsewhere_bad(tables):
    for name, table in tables:
        figure = draw(table)  # expect: LL901
        figure.savefig(f"{name}.png")


def report_ok(tables):
    for name, table in tables:
        figure, axes = plt.subplots()
        axes.plot(table)
        figure.savefig(f"{name}.png")
        plt.close(figure)


def histograms_ok(samples):
    for number, sample in enumerate(samples):
        plt.figure(figsize=(8, 4))
        plt.hist(sample)
        plt.savefig(f"sample-{number}.png")
        plt.close("all")


def one_figure_ok(samples):
    for number, sample in enumerate(samples):
        plt.plot(sample)
        plt.savefig(f"sample-{number}.png")
        plt.clf()


def object_of_its_own_ok(tables):
    # Made without pyplot: nobody but the name refers to it.
    for name, table in tables:
        figure = Figure()
        figure.subplots().plot(table)
        figure.savefig(f"{name}.png")


def plotly_ok(tables):
    # plotly keeps no list of figures.
    for name, table in tables:
        figure = go.Figure(go.Scatter(y=table))
        figure.write_html(f"{name}.html")


def same_figure_ok(samples):
    for number, sample in enumerate(samples):
        figure = plt.figure(1, clear=True)
        figure.add_subplot().plot(sample)
        figure.savefig(f"sample-{number}.png")


def shown_ok(samples):
    for sample in samples:
        plt.figure()
        plt.plot(sample)
        plt.savefig("latest.png")
        plt.show()


def left_open_for_the_caller_ok(sample):
    plt.figure()
    plt.plot(sample)


def for_the_caller_ok(tables):
    figures = []
    for table in tables:
        figure, axes = plt.subplots()
        axes.plot(table)
        figure.savefig("latest.png")
        figures.append(figure)
    return figures


def few_ok():
    for kind in ("day", "night"):
        plt.figure()
        plt.title(kind)
        plt.savefig(f"{kind}.png")


def keep(figure, path):
    figure.savefig(path)
    plt.close(figure)


def closed_elsewhere_ok(tables):
    for name, table in tables:
        keep(draw(table), f"{name}.png")


few_ok()
