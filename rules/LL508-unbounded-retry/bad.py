"""Retries without an end, and retries that somebody bounds.

A function that ends in ``_bad`` tries for ever; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import logging
import time
import urllib.error
import urllib.request

import requests
import tenacity
import urllib3

log = logging.getLogger(__name__)


def fetch_bad(url):
    while True:
        try:
            return requests.get(url, timeout=10)
        except requests.RequestException:  # expect: LL508
            continue


def logged_bad(url):
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as response:
                return response.status
        except urllib.error.URLError as error:  # expect: LL508
            log.warning("%s failed: %s", url, error)


def everything_bad(url):
    while True:
        try:
            response = requests.get(url, timeout=10)
            break
        except Exception:  # expect: LL508
            pass
    return response


def by_itself_bad(url):
    try:
        return requests.get(url, timeout=10)
    except requests.RequestException:
        log.info("again")
        return by_itself_bad(url)  # expect: LL508


@tenacity.retry  # expect: LL508
def decorated_bad(url):
    return requests.get(url, timeout=10)


def adapter_bad():
    return urllib3.Retry(total=None, connect=None)  # expect: LL508


def counted_ok(url):
    attempts = 0
    while True:
        try:
            return requests.get(url, timeout=10)
        except requests.RequestException:
            attempts += 1
            if attempts > 5:
                raise


def slowed_ok(url):
    while True:
        try:
            return requests.get(url, timeout=10)
        except requests.RequestException:
            time.sleep(5)


def ranged_ok(url):
    for _ in range(5):
        try:
            return requests.get(url, timeout=10)
        except requests.RequestException:
            continue
    return None


def prompt_ok():
    while True:
        try:
            return int(input("How many? "))
        except ValueError:
            print("A number, please.")


def service_ok(jobs):
    while True:
        job = jobs.get()
        try:
            requests.post(job.url, timeout=10)
        except requests.RequestException:
            log.warning("lost: %s", job)


def own_pause_ok(url, policy):
    while True:
        try:
            return requests.get(url, timeout=10)
        except requests.RequestException as error:
            policy.failed(error)


def interrupted_ok(prompt):
    try:
        return prompt.run()
    except KeyboardInterrupt:
        return interrupted_ok(prompt)


def smaller_each_time_ok(url, size):
    try:
        return requests.get(url, params={"size": size}, timeout=10)
    except requests.RequestException:
        return smaller_each_time_ok(url, size // 2)


@tenacity.retry(stop=tenacity.stop_after_attempt(5))
def decorated_ok(url):
    return requests.get(url, timeout=10)


def adapter_ok():
    return urllib3.Retry(total=5, connect=None)
