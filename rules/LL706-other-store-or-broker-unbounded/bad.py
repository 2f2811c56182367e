import pika
from celery import Celery
from pymemcache.client.base import Client
from pymongo import MongoClient

cache = Client("cache", timeout=5)
pages = MongoClient().site.pages
kept = Celery("kept", result_expires=None)  # expect: LL706


def forever_bad(rows):
    for row in rows:
        cache.set(f"row:{row.id}", row.text)  # expect: LL706


def log_bad(page, entry):
    pages.update_one({"_id": page}, {"$push": {"log": entry}})  # expect: LL706


def consume_bad(parameters, handle):
    channel = pika.BlockingConnection(parameters).channel()
    channel.basic_consume("jobs", handle)  # expect: LL706


def declare_bad(parameters):
    channel = pika.BlockingConnection(parameters).channel()
    channel.queue_declare("jobs")  # expect: LL706


def expires_ok(rows):
    for row in rows:
        cache.set(f"guest:{row.id}", row.text, expire=3600)


def sliced_ok(page, entry):
    pages.update_one({"_id": page}, {"$push": {"log": {"$each": [entry], "$slice": -100}}})


def set_field_ok(page, title):
    pages.update_one({"_id": page}, {"$set": {"title": title}})


def limited_queue_ok(parameters):
    channel = pika.BlockingConnection(parameters).channel()
    channel.queue_declare("mails", arguments={"x-max-length": 10000})


def own_queue_ok(parameters):
    channel = pika.BlockingConnection(parameters).channel()
    channel.queue_declare("", exclusive=True)
