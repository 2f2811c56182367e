"""What is left on the disk, and what is not.

A function that ends in ``_bad`` leaves something; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import logging
import logging.handlers
import os
import shutil
import tempfile


def spool_bad(data):
    with tempfile.NamedTemporaryFile(delete=False) as file:  # expect: LL515
        file.write(data)


def folder_bad():
    folder = tempfile.mkdtemp()  # expect: LL515
    print(len(folder))


def nameless_bad():
    tempfile.mkdtemp(prefix="work-")  # expect: LL515


def log_bad():
    return logging.FileHandler("app.log")  # expect: LL515


def configured_log_bad():
    logging.basicConfig(handlers=[logging.FileHandler("errors.log"), logging.StreamHandler()])  # expect: LL515


def renamed_ok(data, path):
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(data)
        temporary = file.name
    os.rename(temporary, path)


def removed_ok(data):
    folder = tempfile.mkdtemp()
    try:
        print(data, len(folder))
    finally:
        shutil.rmtree(folder)


def deleted_when_closed_ok(data):
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)


def returned_ok():
    return tempfile.mkdtemp()


def handed_on_ok(unpack):
    folder = tempfile.mkdtemp()
    unpack(folder)


def rotating_ok():
    return logging.handlers.RotatingFileHandler("app.log", maxBytes=10_000_000, backupCount=3)


def system_log_ok():
    return logging.FileHandler("/var/log/app.log")


def new_each_time_ok():
    return logging.FileHandler("run.log", mode="w")
