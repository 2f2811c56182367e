namespace LeakLens.Engine.Tests.Facts;

/// <summary>What is alive for a moment while a value is made. The bytes are the peak that <c>tracemalloc</c> saw under CPython 3.11; told is the same within three percent.</summary>
public sealed class ScratchTests
{
    private const double Tolerance = 0.03;

    [Theory]
    [InlineData(4805576, "def rows():\n    for n in range(20_000):\n        yield {'n': n * 7919 % 20_011}\ndef first():\n    return sorted(rows(), key=lambda row: row['n'])[0]\nfirst()\n")]
    [InlineData(885496, "def rows():\n    for n in range(20_000):\n        yield n * 7919 % 20_011\ndef first():\n    return sorted(rows())[0]\nfirst()\n")]
    [InlineData(2274594, "def rows():\n    for n in range(20_000):\n        yield n * 7919 % 20_011\ndef first():\n    return sorted(rows(), key=lambda row: 'key %d' % row)[0]\nfirst()\n")]
    [InlineData(1800324, "import base64\ndata = bytes(600_000)\nsize = len(base64.b64encode(data))\n")]
    [InlineData(6375290, "import json\nrows = [{'id': n, 'name': 'row %d' % n, 'tags': ['a', 'b']} for n in range(9_000)]\nsize = len(json.dumps(rows))\n")]
    [InlineData(3819844, "import asyncio\nasync def load(n):\n    body = bytes(3_000 + n)\n    await asyncio.sleep(0)\n    return body\nasync def main():\n    return len(await asyncio.gather(*(load(n) for n in range(800))))\nasyncio.run(main())\n")]
    [InlineData(3992056, "kept = []\nkept.extend(range(100_000))\n")]
    [InlineData(3992056, "kept = []\nkept += range(100_000)\n")]
    [InlineData(3994824, "class Store:\n    def __init__(self):\n        self.rows = []\nstore = Store()\nstore.rows.extend(range(100_000))\n")]
    [InlineData(13677784, "kept = {}\nkept.update(dict.fromkeys(range(100_000), 0))\n")]
    public void The_peak_is_that_of_CPython(long peak, string program)
    {
        var facts = Evaluation.Claims.Gather(program);
        var told = facts.Growths.Select(static fact => fact.Peak.High).Concat(facts.Allocations.Select(static fact => fact.LiveBytes.High)).Max();
        Math.Abs(told - peak).ShouldBeLessThan((long)(Tolerance * peak), $"told {told} of {peak}");
    }
}
