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

    private static FindingLevel? LevelOf(string rule, string text, StoreServer? server = null) => Find(rule, text, server)?.Level;

    private static Finding? Find(string rule, string text, StoreServer? server = null) =>
        Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet) { Server = server }).Findings.FirstOrDefault(finding => finding.Rule.Id == rule);
}
