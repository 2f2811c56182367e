using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>Generator functions that a decorator of a library runs: calling them runs their bodies, as awaiting a coroutine does.</summary>
public sealed class DrivenGeneratorTests
{
    private const string Twisted = "from twisted.internet import defer\nfrom twisted.internet.defer import inlineCallbacks, returnValue\nkept = []\n";

    private const string Tornado = "from tornado import gen\nkept = []\n";

    [Theory]
    [InlineData("behind a yield", Twisted + "@inlineCallbacks\ndef f(x):\n    y = yield x.read()\n    kept.append(str(y))\n")]
    [InlineData("before the first yield", Twisted + "@defer.inlineCallbacks\ndef f(x):\n    kept.append(str(x))\n    yield x\n")]
    [InlineData("in what it waits for", Twisted + "@inlineCallbacks\ndef f(x):\n    yield g(x)\n@inlineCallbacks\ndef g(x):\n    yield x\n    kept.append(str(x))\n")]
    [InlineData("in a plain function that it calls for a yield", Twisted + "@inlineCallbacks\ndef f(x):\n    yield g(x)\ndef g(x):\n    kept.append(str(x))\n")]
    [InlineData("in a method", Tornado + "class H:\n    @gen.coroutine\n    def get(self, x):\n        y = yield x\n        kept.append(str(y))\n        raise gen.Return(y)\n")]
    [InlineData("behind one that returns by raising", Tornado + "@gen.coroutine\ndef f(x):\n    yield g(x)\n    kept.append(str(x))\n@gen.coroutine\ndef g(x):\n    raise gen.Return((yield x))\n")]
    [InlineData("a coroutine that it waits for", Tornado + "async def g(x):\n    kept.append(str(x))\n@gen.coroutine\ndef f(x):\n    yield g(x)\n")]
    [InlineData("what the other one returns", Twisted + "@inlineCallbacks\ndef g(x):\n    yield x\n    return ['a' * 100, 'b']\n@inlineCallbacks\ndef f(x):\n    y = yield g(x)\n    kept.extend(y)\n")]
    public void The_body_runs(string where, string program) => GrowsWithCalls(program).ShouldBeTrue(where);

    [Theory]
    [InlineData("nobody iterates over it", "kept = []\ndef f(x):\n    y = yield x\n    kept.append(str(y))\ndef g(x):\n    f(x)\n")]
    [InlineData("what it keeps it lets go of", Twisted + "@inlineCallbacks\ndef f(x):\n    kept.append(str(x))\n    yield x\n    kept.pop()\n")]
    [InlineData("what it makes goes with it", Twisted + "@inlineCallbacks\ndef f(x):\n    own = []\n    for part in x:\n        own.append((yield part))\n")]
    [InlineData("another decorator", "from somewhere import inlineCallbacks\nkept = []\n@inlineCallbacks\ndef f(x):\n    y = yield x\n    kept.append(str(y))\n")]
    public void Nothing_grows(string why, string program) => GrowsWithCalls(program).ShouldBeFalse(why);

    private static bool GrowsWithCalls(string program) =>
        MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), CancellationToken.None).Growths.Any(static growth => growth is { IsPerCall: true, BytesPerCall: > 0 });
}
