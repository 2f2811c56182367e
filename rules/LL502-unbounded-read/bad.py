"""What is read whole, and what is read with a limit.

A function that ends in ``_bad`` reads as much as is sent; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import asyncio
import json
from http.server import BaseHTTPRequestHandler

import aiohttp.web
from django.http import HttpResponse
from django.views import View
from fastapi import FastAPI, HTTPException, UploadFile

app = FastAPI()
LIMIT = 2**20


@app.post("/upload")
async def upload_bad(file: UploadFile):
    data = await file.read()  # expect: LL502
    return {"size": len(data)}


@app.post("/parsed")
async def parsed_bad(file: UploadFile):
    return json.loads(await file.read())  # expect: LL502


class DocumentsBad(View):
    def post(self, request):
        text = request.FILES["document"].read()  # expect: LL502
        return HttpResponse(text[:100])


class HandlerBad(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self.wfile.write(self.rfile.read(length))  # expect: LL502


async def serve_bad(reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
    writer.write(await reader.read())  # expect: LL502


async def stream_bad(request: aiohttp.web.Request):
    data = await request.content.read()  # expect: LL502
    return aiohttp.web.Response(body=data)


@app.post("/limited")
async def checked_too_late_bad(file: UploadFile):
    data = await file.read()  # expect: LL502
    if len(data) > LIMIT:
        raise ValueError("too large")
    return len(data)


async def upload_ok(file: UploadFile):
    data = await file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise HTTPException(413)
    return {"size": len(data)}


@app.post("/chunks")
async def chunks_ok(file: UploadFile):
    size = 0
    while chunk := await file.read(65536):
        size += len(chunk)
    return {"size": size}


@app.post("/checked")
async def size_checked_ok(file: UploadFile):
    if file.size > LIMIT:
        raise HTTPException(413)
    return {"size": len(await file.read())}


class DocumentsOk(View):
    def post(self, request):
        document = request.FILES["document"]
        if document.size > LIMIT:
            return HttpResponse(status=413)
        return HttpResponse(document.read()[:100])


class HandlerOk(BaseHTTPRequestHandler):
    def do_POST(self):
        length = min(int(self.headers["Content-Length"]), LIMIT)
        self.wfile.write(self.rfile.read(length))


async def serve_ok(reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
    writer.write(await reader.read(1024))


async def line_ok(reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
    writer.write(await reader.readline())


async def framework_limit_ok(request: aiohttp.web.Request):
    return aiohttp.web.Response(body=await request.read())


def own_file_ok(path):
    with open(path, encoding="utf-8") as file:
        return file.read()
