using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Taint;

/// <summary>Where values come in that somebody else decides: by the framework, the broker, the command line. Each with a look-alike that is bounded, or is no source.</summary>
public sealed class TaintSourceTests
{
    [Theory]
    [InlineData("from tornado.web import RequestHandler\nclass Page(RequestHandler):\n    def get(self):\n        self.write('x' * int(self.get_argument('n')))\n")]
    [InlineData("from tornado.web import RequestHandler\nclass Base(RequestHandler):\n    pass\nclass Page(Base):\n    def post(self):\n        n = int(self.get_body_argument('n', '1'))\n        return bytearray(n)\n")]
    [InlineData("from tornado.web import RequestHandler\nimport json\nclass Page(RequestHandler):\n    def post(self):\n        return [0] * json.loads(self.request.body)['n']\n")]
    [InlineData("from tornado.websocket import WebSocketHandler\nclass Chat(WebSocketHandler):\n    def on_message(self, message):\n        return [0] * int(message)\n")]
    [InlineData("from fastapi import FastAPI\nfrom pydantic import BaseModel\napp = FastAPI()\nclass Order(BaseModel):\n    count: int\n@app.post('/')\ndef order(order: Order):\n    return [0] * order.count\n")]
    [InlineData("from fastapi import FastAPI\nfrom pydantic import BaseModel\napp = FastAPI()\nclass Base(BaseModel):\n    count: int\nclass Order(Base):\n    name: str\n@app.post('/')\ndef order(order: Order):\n    return [0] * order.count\n")]
    [InlineData("from fastapi import FastAPI, WebSocket\napp = FastAPI()\n@app.websocket('/')\nasync def chat(socket: WebSocket):\n    data = await socket.receive_json()\n    return [0] * data['n']\n")]
    [InlineData("from starlette.routing import Route\ndef page(request):\n    return [0] * int(request.query_params['n'])\nroutes = [Route('/', page)]\n")]
    [InlineData("from starlette.endpoints import HTTPEndpoint\nclass Page(HTTPEndpoint):\n    async def get(self, request):\n        return [0] * int(request.query_params['n'])\n")]
    [InlineData("from aiohttp import web\nasync def page(request):\n    return [0] * int(request.query['n'])\napp = web.Application()\napp.router.add_get('/', page)\n")]
    [InlineData("from aiohttp import web\nasync def page(request):\n    data = await request.json()\n    return [0] * data['n']\napp = web.Application()\napp.add_routes([web.post('/', page)])\n")]
    [InlineData("from bottle import request\ndef page():\n    return [0] * int(request.query.n)\n")]
    [InlineData("import websockets\nasync def echo(socket):\n    async for message in socket:\n        print([0] * int(message))\nserver = websockets.serve(echo, 'localhost', 80)\n")]
    public void What_whoever_can_reach_the_program_sends(string program) => Findings(program).ShouldHaveSingleItem().Level.ShouldBe(FindingLevel.Error);

    [Theory]
    [InlineData("from kafka import KafkaConsumer\nconsumer = KafkaConsumer('sizes')\nfor message in consumer:\n    print([0] * int(message.value))\n")]
    [InlineData("from confluent_kafka import Consumer\nconsumer = Consumer({})\ndef work():\n    message = consumer.poll(1.0)\n    return [0] * int(message.value())\n")]
    [InlineData("import json\nimport pika\ndef work(channel, method, properties, body):\n    order = json.loads(body)\n    print([0] * order['n'])\nchannel = pika.BlockingConnection().channel()\nchannel.basic_qos(prefetch_count=1)\nchannel.basic_consume('orders', on_message_callback=work)\n")]
    [InlineData("import pika\nchannel = pika.BlockingConnection().channel()\nfor method, properties, body in channel.consume('orders'):\n    print([0] * int(body))\n")]
    [InlineData("import paho.mqtt.client as mqtt\ndef receive(client, userdata, message):\n    print([0] * int(message.payload))\nclient = mqtt.Client()\nclient.on_message = receive\n")]
    [InlineData("import redis\nstore = redis.Redis(socket_timeout=5)\ndef work():\n    pubsub = store.pubsub()\n    for message in pubsub.listen():\n        print([0] * int(message['data']))\n")]
    [InlineData("import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument('--row-count', type=int)\nargs = parser.parse_args()\nprint([0] * args.row_count)\n")]
    [InlineData("import argparse\ndef main():\n    parser = argparse.ArgumentParser()\n    parser.add_argument('count')\n    args = parser.parse_args()\n    print([0] * int(args.count))\n")]
    public void What_brokers_and_the_command_line_give_is_a_note(string program) => Findings(program).ShouldHaveSingleItem().Level.ShouldBe(FindingLevel.Note);

    [Theory]
    [InlineData("class Page:\n    def get(self):\n        self.write('x' * int(self.get_argument('n')))\nimport tornado.web\n")]
    [InlineData("from tornado.web import RequestHandler\nclass Page(RequestHandler):\n    def get(self):\n        self.write('x' * min(int(self.get_argument('n')), 100))\n")]
    [InlineData("from fastapi import FastAPI\nfrom pydantic import BaseModel, Field\napp = FastAPI()\nclass Order(BaseModel):\n    count: int = Field(le=100)\n@app.post('/')\ndef order(order: Order):\n    return [0] * order.count\n")]
    [InlineData("from typing import Annotated\nfrom annotated_types import Le\nfrom fastapi import FastAPI\nfrom pydantic import BaseModel\napp = FastAPI()\nclass Order(BaseModel):\n    count: Annotated[int, Le(100)]\n@app.post('/')\ndef order(order: Order):\n    return [0] * order.count\n")]
    [InlineData("from starlette.routing import Route\ndef page(request):\n    return [0] * int(request.query_params['n'])\ndef home(request):\n    return 'home'\nroutes = [Route('/', home)]\n")]
    [InlineData("import pika\ndef work(channel, method, properties, body):\n    n = int(body)\n    if n > 100:\n        raise ValueError(n)\n    print([0] * n)\nchannel = pika.BlockingConnection().channel()\nchannel.basic_qos(prefetch_count=1)\nchannel.basic_consume('orders', on_message_callback=work)\n")]
    [InlineData("from kafka import KafkaProducer\nproducer = KafkaProducer()\nfor message in producer:\n    print([0] * int(message.value))\n")]
    [InlineData("import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument('--size', type=int, choices=[1, 2, 3])\nargs = parser.parse_args()\nprint([0] * args.size)\n")]
    [InlineData("import argparse\nargs = argparse.Namespace(size=5)\nprint([0] * args.size)\n")]
    [InlineData("from flask import request\ndef len(text):\n    return 0\ndef int(text):\n    return 5\ndef f():\n    return [0] * int(request.args['n'])\n")]
    public void What_is_bounded_or_is_no_source_is_silent(string program) => Findings(program).ShouldBeEmpty();

    [Theory]
    [InlineData("from flask import request\nstore = redis.Redis(socket_timeout=5)\ndef put():\n    store.set('note', request.data, ex=60)\n", FindingLevel.Warning)]
    [InlineData("from flask import request\nstore = redis.Redis(socket_timeout=5)\ndef keep(text):\n    store.lpush('notes', text)\n    store.ltrim('notes', 0, 9)\ndef put():\n    keep(request.get_data())\n", FindingLevel.Warning)]
    [InlineData("from flask import request\nclass Notes:\n    def __init__(self):\n        self.store = redis.Redis(socket_timeout=5)\n    def put(self):\n        self.store.hset('note', mapping={'text': request.form['text']})\n", FindingLevel.Warning)]
    [InlineData("import requests\nstore = redis.Redis(socket_timeout=5)\ndef put(url):\n    store.set('page', requests.get(url, timeout=5).text, ex=60)\n", FindingLevel.Note)]
    [InlineData("from flask import request\nstore = redis.Redis(socket_timeout=5)\ndef put():\n    text = request.data\n    if len(text) > 1000:\n        raise ValueError\n    store.set('note', text, ex=60)\n", null)]
    [InlineData("from flask import request\nstore = {}\ndef put():\n    store.set('note', request.data)\n", null)]
    [InlineData("from flask import Flask, request\napp = Flask('a')\napp.config['MAX_CONTENT_LENGTH'] = 1000\nstore = redis.Redis(socket_timeout=5)\ndef put():\n    store.set('note', request.data, ex=60)\n", null)]
    [InlineData("from flask import request\nstore = redis.Redis(socket_timeout=5)\ndef check(text):\n    if len(text) > 1000:\n        raise ValueError\ndef put():\n    text = request.data\n    check(text)\n    store.set('note', text, ex=60)\n", null)]
    public void What_goes_into_a_store_is_followed_there(string program, FindingLevel? expected) =>
        Findings("import redis\n" + program, "LL703").Select(static finding => (FindingLevel?)finding.Level).ShouldBe(expected is null ? [] : [expected]);

    private static ImmutableArray<Finding> Findings(string program, string id = "LL501")
    {
        var rule = new RuleDescriptor(id, "name", "exhaustion", id is "LL501" ? FindingLevel.Error : FindingLevel.Warning, "summary", [], [], ImmutableDictionary<string, double>.Empty);
        return Analyzer.Analyze(SourceText.From(program), new AnalysisOptions(new RuleSet([rule])), CancellationToken.None).Findings;
    }
}
