using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>How loud the rules about stores are, how they know a client, and what they say in numbers.</summary>
public sealed class StoreRuleTests
{
    private const string Client = "import redis\nstore = redis.Redis(socket_timeout=5)\n";

    [Theory]
    [InlineData("def f(rows):\n    for row in rows:\n        store.set(f'row:{row}', 'x')\n", FindingLevel.Warning)]
    [InlineData("def f(row):\n    store.set(f'row:{row}', 'x')\n", FindingLevel.Note)]
    [InlineData("async def f(row):\n    store.set(f'row:{row}', 'x')\n", FindingLevel.Warning)]
    [InlineData("for row in ('a', 'b'):\n    store.set(f'row:{row}', 'x')\n", null)]
    [InlineData("store.set('row', 'x')\n", null)]
    public void Loud_is_what_is_seen_to_run_often(string code, FindingLevel? expected) => LevelOf("LL701", Client + code).ShouldBe(expected);

    [Theory]
    [InlineData("import redis\nclass Cache:\n    def __init__(self):\n        self.store = redis.StrictRedis(socket_timeout=5)\n    async def put(self, key):\n        self.store.set(key, 1)\n")]
    [InlineData("from redis.asyncio import Redis\nasync def put(store: Redis, key):\n    await store.set(key, 1)\n")]
    [InlineData("import valkey\nstore = valkey.Valkey(socket_timeout=5)\nasync def put(key):\n    store.set(key, 1)\n")]
    [InlineData("import redis\ndef make():\n    return redis.Redis(socket_timeout=5)\nasync def put(key):\n    store = make()\n    store.set(key, 1)\n")]
    [InlineData("from django_redis import get_redis_connection\nasync def put(key):\n    get_redis_connection('default').set(key, 1)\n")]
    [InlineData("from django.core.cache import cache\nasync def put(key):\n    cache.set(key, 1, None)\n")]
    [InlineData("from django.core.cache import caches\nasync def put(key):\n    caches['pages'].set(key, 1, timeout=None)\n")]
    [InlineData("from flask_caching import Cache\ncache = Cache()\nasync def put(key):\n    cache.set(key, 1, timeout=0)\n")]
    public void Clients_are_known_by_what_made_them(string code) => LevelOf("LL701", code).ShouldBe(FindingLevel.Warning);

    [Theory]
    [InlineData("from django.core.cache import cache\nasync def put(key):\n    cache.set(key, 1)\n")]
    [InlineData("async def put(store, key):\n    store.set(key, 1)\n")]
    [InlineData("import redis\nasync def put(cells, key):\n    cells.set(key, 1)\n")]
    [InlineData(Client + "async def put(key, seconds):\n    store.set(key, 1, ex=seconds)\n")]
    [InlineData(Client + "async def put(key, options):\n    store.set(key, 1, **options)\n")]
    public void What_expires_or_is_no_client_is_silent(string code) => LevelOf("LL701", code).ShouldBeNull();

    [Fact]
    public void A_store_that_drops_keys_when_it_is_full_makes_it_a_note_that_says_where()
    {
        const string Code = Client + "async def put(key):\n    store.set(key, 'x' * 100)\n";
        var finding = Find("LL701", Code, new StoreServer(Evicts: true, "redis.conf")).ShouldNotBeNull();

        finding.Level.ShouldBe(FindingLevel.Note);
        finding.Message.ShouldEndWith("; the store drops keys when it is full (redis.conf)");
        LevelOf("LL701", Code, new StoreServer(Evicts: false, "redis.conf")).ShouldBe(FindingLevel.Warning);
    }

    [Theory]
    [InlineData("store.set(f'visit:{n}', 'p' * 100)", 188)]
    [InlineData("store.set(f'flag:{n}', 'on')", 92)]
    [InlineData("store.rpush('log', 'l' * 200)", 206)]
    [InlineData("store.hset('rows', f'row:{n}', 'v' * 50)", 124)]
    [InlineData("store.set(f'visit:{n}', n)", null)]
    public void The_bytes_are_those_of_the_store(string write, int? expected)
    {
        var text = Client + $"async def put(n):\n    {write}\n";
        var finding = (Find("LL701", text) ?? Find("LL702", text)).ShouldNotBeNull();

        finding.Estimate.ShouldNotBeNull().BytesPerTrip.ShouldBe(expected);
    }

    [Theory]
    [InlineData("LL701", "async def put(rows):\n    store.mset({f'row:{row.id}': row.text for row in rows})\n", FindingLevel.Warning)]
    [InlineData("LL701", "async def put(row):\n    store.mset({f'row:{row.id}': row.text, f'at:{row.id}': row.at})\n", FindingLevel.Warning)]
    [InlineData("LL701", "async def put(one, other):\n    store.mset({'one': one, 'other': other})\n", null)]
    [InlineData("LL701", "FOR_EVER = None\nasync def put(key):\n    store.set(key, 1, ex=FOR_EVER)\n", FindingLevel.Warning)]
    [InlineData("LL701", "@functools.lru_cache(maxsize=5)\ndef put(key):\n    store.set(key, 1)\n", FindingLevel.Note)]
    [InlineData("LL701", "@shared_task\ndef put(key):\n    store.set(key, 1)\n", FindingLevel.Warning)]
    [InlineData("LL702", "def flag():\n    store.setbit('flags', 2**32 - 1, 1)\n", FindingLevel.Warning)]
    [InlineData("LL702", "def flag():\n    store.setbit('flags', 100, 1)\n", null)]
    [InlineData("LL704", "LAST = -1\ndef log(name):\n    return store.lrange(name, 0, LAST)\n", FindingLevel.Note)]
    [InlineData("LL704", "def list(keys):\n    return len(keys)\ndef count():\n    return list(store.scan_iter())\n", null)]
    public void Constants_and_names_are_followed(string rule, string code, FindingLevel? expected) => LevelOf(rule, "import functools\nfrom celery import shared_task\n" + Client + code).ShouldBe(expected);

    [Theory]
    [InlineData("import memcache\ncache = memcache.Client(['cache:11211'])\n", false)]
    [InlineData("import bmemcached\ncache = bmemcached.Client(['cache:11211'])\n", false)]
    [InlineData("import fakeredis\nstore = fakeredis.FakeRedis()\n", false)]
    [InlineData("from pymemcache.client.base import Client\ncache = Client('cache')\n", true)]
    [InlineData("from pymemcache.client.base import Client\ncache = Client('cache', timeout=5, connect_timeout=5)\n", false)]
    [InlineData("import valkey\nstore = valkey.Valkey()\n", true)]
    [InlineData("import redis\nADDRESS = 'redis://cache/0?socket_timeout=5'\nstore = redis.from_url(ADDRESS)\n", false)]
    public void Clients_that_wait_for_ever_by_themselves_are_told(string code, bool isTold) => (Find("LL705", code) is not null).ShouldBe(isTold);

    [Fact]
    public void A_pipeline_is_told_once_and_only_over_what_is_handed_in()
    {
        const string Loop = "def put(rows):\n    pipe = store.pipeline()\n    for row in {0}:\n        pipe.setex(row.id, 60, row.text)\n        pipe.setex(row.name, 60, row.text)\n    pipe.execute()\n";

        All("LL705", Client + Loop.Replace("{0}", "rows", StringComparison.Ordinal)).ShouldHaveSingleItem();
        All("LL705", Client + Loop.Replace("{0}", "rows.few()", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("pages.create_index('at', expireAfterSeconds=86400)\n", false)]
    [InlineData("pages.create_indexes([IndexModel('at', expireAfterSeconds=86400)])\n", false)]
    [InlineData("pages.create_index('at', unique=True)\n", true)]
    [InlineData("others.create_index('at', expireAfterSeconds=86400)\n", true)]
    public void Arrays_of_documents_that_end_by_themselves_are_silent(string index, bool isTold) =>
        (Find("LL706", "from pymongo import IndexModel, MongoClient\npages = MongoClient().site.pages\nothers = MongoClient().site.others\n" + index + "async def log(page, entry):\n    pages.update_one({'_id': page}, {'$push': {'log': entry}})\n") is not null).ShouldBe(isTold);

    private static FindingLevel? LevelOf(string rule, string text, StoreServer? server = null) => Find(rule, text, server)?.Level;

    private static Finding? Find(string rule, string text, StoreServer? server = null) => All(rule, text, server).FirstOrDefault();

    private static IEnumerable<Finding> All(string rule, string text, StoreServer? server = null) =>
        Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet) { Server = server }).Findings.Where(finding => finding.Rule.Id == rule);
}
