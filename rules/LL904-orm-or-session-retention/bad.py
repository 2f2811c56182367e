"""Sessions, engines, clients and tables: left open, made anew, or held whole."""

import csv
import functools

import boto3
from celery import shared_task
from django.core.management.base import BaseCommand
from fastapi import FastAPI
from shop.models import Order
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, scoped_session, sessionmaker
from sqlalchemy.pool import NullPool
from store import Row

app = FastAPI()
engine = create_engine("postgresql:///shop")
LocalSession = sessionmaker(bind=engine)
storage = boto3.client("s3")
registry = scoped_session(LocalSession)


@app.get("/orders/{number}")
def order_bad(number: int):
    session = LocalSession()  # expect: LL904
    return session.get(Row, number).total


@app.get("/totals")
def totals_bad():
    own = create_engine("postgresql:///shop")  # expect: LL904
    with own.connect() as connection:
        return connection.execute(select(Row.total)).scalars().first()


@shared_task
def upload_bad(name, data):
    client = boto3.client("s3")  # expect: LL904
    client.put_object(Bucket="orders", Key=name, Body=data)


def load_bad(path):
    with open(path) as file, LocalSession() as session:
        for line in csv.reader(file):
            session.add(Row(*line))  # expect: LL904
        session.commit()


class Command(BaseCommand):
    def handle_bad(self, *args, **options):
        for order in Order.objects.all().order_by("id"):  # expect: LL904
            order.recount()


@shared_task
def recount_bad():
    orders = Order.objects.all()  # expect: LL904
    for order in orders:
        order.recount()


def report_bad():
    with Session(engine) as session:
        for row in session.query(Row).all():  # expect: LL904
            print(row.total)


@app.get("/orders/{number}/price")
def order_ok(number: int):
    with LocalSession() as session:
        return session.get(Row, number).total


def closed_ok(number):
    session = LocalSession()
    try:
        return session.get(Row, number).total
    finally:
        session.close()


def for_the_request_ok():
    session = LocalSession()
    try:
        yield session
    finally:
        session.close()


def for_the_caller_ok():
    return Session(engine)


@app.get("/latest")
def scoped_ok():
    # One for each thread; whoever made it removes it behind the request.
    return registry().get(Row, 1).total


@app.get("/sums")
def sums_ok():
    with engine.connect() as connection:
        return connection.execute(select(Row.total)).scalars().first()


@app.get("/fresh")
def no_pool_ok():
    own = create_engine("postgresql:///shop", poolclass=NullPool)
    with own.connect() as connection:
        return connection.execute(select(Row.total)).scalars().first()


@functools.lru_cache
def engine_for_ok(tenant):
    return create_engine(f"postgresql:///{tenant}")


@shared_task
def upload_ok(name, data):
    storage.put_object(Bucket="orders", Key=name, Body=data)


def load_ok(path):
    with open(path) as file, LocalSession() as session:
        for number, line in enumerate(csv.reader(file)):
            session.add(Row(*line))
            if number % 1000 == 0:
                session.flush()
        session.commit()


class OtherCommand(BaseCommand):
    def handle_ok(self, *args, **options):
        for order in Order.objects.all().iterator():
            order.recount()

    def some_ok(self):
        for order in Order.objects.all()[:100]:
            order.recount()


@shared_task
def used_twice_ok():
    orders = Order.objects.all()
    for order in orders:
        order.recount()
    print(len(orders))


@app.get("/page")
def page_ok():
    # A page of a site: its table is small, or it would be unreadable.
    return [order.name for order in Order.objects.all()]
