"""Tensors and models that keep more than their numbers."""

import torch
import torch.nn.functional as F
from fastapi import FastAPI
from tensorflow import keras
from torch import nn
from torch.utils.data import Dataset
from transformers import pipeline

app = FastAPI()
answer = pipeline("question-answering")


def train_bad(model, batches, optimizer):
    total = 0
    for inputs, targets in batches:
        loss = F.cross_entropy(model(inputs), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss  # expect: LL903
    return total


def history_bad(model, batches, optimizer, criterion):
    losses = []
    for inputs, targets in batches:
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss / len(inputs))  # expect: LL903
    return losses


def predict_bad(model, batches):
    model.eval()
    outputs = []
    for batch in batches:
        output = model(batch)
        outputs.append(output.cpu())  # expect: LL903
    return outputs


def validate_bad(model, batches):
    criterion = nn.CrossEntropyLoss()
    model.eval()
    total = 0.0
    for inputs, targets in batches:
        total += criterion(model(inputs), targets)  # expect: LL903
    return total / len(batches)


def retain_bad(model, batches, optimizer):
    for inputs, targets in batches:
        loss = F.mse_loss(model(inputs), targets)
        loss.backward(retain_graph=True)  # expect: LL903
        optimizer.step()


class ScansBad(Dataset):
    def __init__(self, paths):
        self.paths = paths
        self.cache = {}

    def __getitem__(self, index):
        if index not in self.cache:
            self.cache[index] = torch.tensor(self.paths[index]).cuda()  # expect: LL903 expect strict: LL403
        return self.cache[index]


def search_bad(sizes, x, y):
    scores = {}
    for size in sizes:
        model = keras.Sequential([keras.layers.Dense(size), keras.layers.Dense(1)])  # expect: LL903
        model.compile(loss="mse")
        model.fit(x, y)
        scores[size] = model.evaluate(x, y)
    return scores


@app.get("/summary")
def summary_bad(text: str):
    summarise = pipeline("summarization")  # expect: LL903
    return summarise(text)


def train_ok(model, batches, optimizer):
    total = 0
    for inputs, targets in batches:
        loss = F.cross_entropy(model(inputs), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total


def history_ok(model, batches, optimizer, criterion):
    losses = []
    for inputs, targets in batches:
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach() / len(inputs))
    return losses


def number_by_then_ok(model, batches, optimizer):
    total = 0
    for inputs, targets in batches:
        loss = F.cross_entropy(model(inputs), targets)
        loss.backward()
        optimizer.step()
        loss = loss.item()
        total += loss
    return total


def jacobian_ok(outputs, inputs):
    rows = []
    for index in range(len(outputs)):
        outputs[index].backward(retain_graph=True)
        rows.append(inputs.grad.clone())
    return rows


def gradient_of_the_sum_ok(model, pieces, optimizer):
    # Truncated: the sum is what is learned from, so it needs all its graphs.
    total = 0
    for inputs, targets in pieces:
        loss = F.mse_loss(model(inputs), targets)
        total += loss
    total.backward()
    optimizer.step()


def predict_ok(model, batches):
    model.eval()
    outputs = []
    with torch.inference_mode():
        for batch in batches:
            output = model(batch)
            outputs.append(output.cpu())
    return outputs


@torch.no_grad()
def validate_ok(model, batches):
    criterion = nn.CrossEntropyLoss()
    model.eval()
    total = 0.0
    for inputs, targets in batches:
        total += criterion(model(inputs), targets)
    return total / len(batches)


def twice_ok(model, judge, batches):
    for batch in batches:
        made = model(batch)
        fooled = judge(made).mean()
        fooled.backward(retain_graph=True)
        fair = -judge(batch).mean() - fooled
        fair.backward()


def running_ok(model, batches, optimizer):
    for number, (inputs, targets) in enumerate(batches):
        loss = F.mse_loss(model(inputs), targets)
        loss.backward()
        optimizer.step()
        if number % 100 == 0:
            recent = 0
        recent += loss


class ScansOk(Dataset):
    def __init__(self, paths):
        self.paths = paths
        self.cache = {}

    def __getitem__(self, index):
        if index not in self.cache:
            self.cache[index] = torch.tensor(self.paths[index])  # expect strict: LL403
        return self.cache[index]


def search_ok(sizes, x, y):
    scores = {}
    for size in sizes:
        keras.backend.clear_session()
        model = keras.Sequential([keras.layers.Dense(size), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(x, y)
        scores[size] = model.evaluate(x, y)
    return scores


def layers_of_one_model_ok(sizes, x):
    for size in sizes:
        block = keras.Sequential([keras.layers.Dense(size)])
        x = block(x)
    return x


@app.get("/answer")
def answer_ok(question: str, text: str):
    return answer(question=question, context=text)


def mean_ok(values):
    # No tensors: nothing goes back from it.
    total = 0
    for value in values:
        loss = abs(value)
        total += loss
    return total
