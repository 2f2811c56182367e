"""Reads one document a line, in hexadecimal, and prints what CPython's tomllib makes of it, one line each; "no" for what it rejects."""

import datetime
import struct
import sys
import tomllib


def dump(value):
    if isinstance(value, bool):
        return "b1" if value else "b0"
    if isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise ValueError("TOML asks for an error where a number does not fit")
        return f"i{value}"
    if isinstance(value, float):
        return "fnan" if value != value else "f" + struct.pack(">d", value).hex()
    if isinstance(value, str):
        return "s" + value.encode().hex()
    if isinstance(value, list):
        return "[" + ",".join(map(dump, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{key.encode().hex()}:{dump(item)}" for key, item in value.items()) + "}"
    return "d" + dump_date(value)


def dump_date(value):
    date = value.strftime("%Y-%m-%d").rjust(10, "0") if isinstance(value, datetime.date) else ""
    time = value.strftime("%H:%M:%S.%f") if isinstance(value, (datetime.datetime, datetime.time)) else ""
    offset = value.utcoffset() if isinstance(value, datetime.datetime) else None
    minutes = "" if offset is None else str(int(offset.total_seconds() // 60))
    return f"{date}|{time}|{minutes}"


for line in sys.stdin:
    try:
        print(dump(tomllib.loads(bytes.fromhex(line.strip()).decode())))
    except (ValueError, RecursionError):
        print("no")
