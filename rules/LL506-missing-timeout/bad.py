"""Calls that may wait for ever, and calls that may not.

A function that ends in ``_bad`` has no limit of time; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import asyncio
import ftplib
import http.client
import smtplib
import socket
import urllib.request

import httpx
import requests


def fetch_bad(url):
    return requests.get(url).json()  # expect: LL506


def send_bad(url, record):
    response = requests.post(url, json=record, timeout=None)  # expect: LL506
    response.raise_for_status()


def with_session_bad(urls):
    with requests.Session() as session:
        for url in urls:
            session.head(url)  # expect: LL506


def read_page_bad(url):
    with urllib.request.urlopen(url) as response:  # expect: LL506
        return response.status


def connect_bad(host):
    with socket.create_connection((host, 80)) as connection:  # expect: LL506
        connection.sendall(b"PING")


def ask_bad(host):
    connection = http.client.HTTPConnection(host, 8080)  # expect: LL506
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    finally:
        connection.close()


def mail_bad(host, message):
    with smtplib.SMTP(host) as server:  # expect: LL506
        server.send_message(message)


def list_files_bad(host):
    with ftplib.FTP(host) as ftp:  # expect: LL506
        return ftp.nlst()


def unlimited_client_bad(url):
    return httpx.get(url, timeout=None)  # expect: LL506


class ClientBad:
    def __init__(self):
        self.session = requests.Session()

    def load(self, url):
        return self.session.get(url)  # expect: LL506

    def close(self):
        self.session.close()


def fetch_ok(url):
    return requests.get(url, timeout=10).json()


def from_settings_ok(url, settings):
    return requests.get(url, timeout=settings.timeout).json()


def handed_on_ok(url, **options):
    return requests.get(url, **options)


def httpx_has_a_limit_ok(url):
    return httpx.get(url)


def by_position_ok(url, host):
    with urllib.request.urlopen(url, None, 10) as response, socket.create_connection((host, 80), 5):
        return response.status


def own_file_ok():
    with urllib.request.urlopen("file:///etc/motd") as response:
        return response.status


def connected_later_ok(host, message):
    with smtplib.SMTP(timeout=30) as server:
        server.connect(host)
        server.send_message(message)


async def limited_around_ok(url):
    async with asyncio.timeout(10):
        return await asyncio.to_thread(lambda: requests.get(url))


class Requests:
    def get(self, url):
        return url


def no_network_ok(url):
    return Requests().get(url)


class DictOk:
    def __init__(self):
        self.session = {}

    def load(self, url):
        return self.session.get(url)
