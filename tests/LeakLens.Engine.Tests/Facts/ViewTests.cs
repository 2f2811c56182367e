using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Facts;

/// <summary>Which views keep what they look into alive: what numpy 1.24, pandas 1.5 and CPython 3.11 do under tracemalloc.</summary>
public sealed class ViewTests
{
    /// <summary>What runs is not determined, so that the loop is not run exactly.</summary>
    private const string Undetermined = "import sys\nif len(sys.argv) > 5:\n    for word in sys.argv:\n        print(word)\n";

    [Theory]
    [InlineData("np.zeros((1000, 100))[0]", 912, 800_128)]
    [InlineData("np.zeros(100_000)[:10]", 192, 800_112)]
    [InlineData("np.zeros((1000, 100))[:500][:2][0]", 912, 800_128)]
    [InlineData("np.arange(100_000)[::1000]", 912, 800_112)]
    [InlineData("np.zeros((1000, 100))[:, 0]", 8_112, 800_128)]
    [InlineData("np.asarray(np.zeros((1000, 100))[0])", 912, 800_128)]
    [InlineData("memoryview(bytes(100_000))[:16]", 200, 100_033)]
    [InlineData("memoryview(bytearray(100_000))[:16]", 200, 100_057)]
    [InlineData("(number, np.zeros((1000, 100))[0])", 912, 800_128)]
    [InlineData("pd.DataFrame(np.zeros((1000, 100))).values[0]", 912, 800_128)]
    public void A_view_keeps_what_it_looks_into(string kept, long seen, long parent)
    {
        foreach (var tail in new[] { string.Empty, Undetermined })
        {
            var pinned = PinnedBy($"    KEPT.append({kept})", tail).ShouldNotBeNull();

            pinned.SeenBytes.ShouldBe(seen);
            pinned.KeptBytes.ShouldBe(parent);
            pinned.IsBuffer.ShouldBe(kept.StartsWith("memoryview", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("pd.DataFrame(np.zeros((1000, 100))).head(5)")]
    [InlineData("pd.DataFrame(np.zeros((1000, 100))).iloc[0]")]
    [InlineData("pd.DataFrame(np.zeros((1000, 100)))[3]")]
    [InlineData("pd.Series(np.zeros(100_000)).tail(5)")]
    [InlineData("io.BytesIO(bytes(100_000)).getbuffer()[:16]")]
    public void So_does_part_of_a_table_or_of_a_file_in_memory(string kept) => PinnedBy($"    KEPT.append({kept})").ShouldNotBeNull();

    [Theory]
    [InlineData("np.zeros((1000, 100))[0].copy()")]
    [InlineData("np.array(np.zeros((1000, 100))[0])")]
    [InlineData("np.zeros((1000, 100))[0] + 1")]
    [InlineData("np.zeros((1000, 100))[[1, 2]]")]
    [InlineData("np.zeros((1000, 100)).sum(axis=0)")]
    [InlineData("np.zeros((1000, 100))[0].tolist()")]
    [InlineData("np.zeros(100_000)[5]")]
    [InlineData("pd.DataFrame(np.zeros((1000, 100))).head(5).copy()")]
    [InlineData("bytes(memoryview(bytes(100_000))[:16])")]
    [InlineData("memoryview(bytes(100_000))[:16].tobytes()")]
    [InlineData("bytes(100_000)[:16]")]
    [InlineData("bytearray(100_000)[:16]")]
    [InlineData("('x' * 100_000)[:16]")]
    [InlineData("list(range(10_000))[:10]")]
    public void A_copy_keeps_nothing_else(string kept) => PinnedBy($"    KEPT.append({kept})").ShouldBeNull();

    [Theory]
    [InlineData("np.zeros((1000, 100)).reshape(-1)")]
    [InlineData("np.zeros((1000, 100)).T")]
    [InlineData("np.zeros((1000, 100))[:900]")]
    [InlineData("memoryview(bytes(100_000))")]
    public void A_view_that_shows_most_of_it_wastes_little(string kept) => PinnedBy($"    KEPT.append({kept})").ShouldBeNull();

    [Theory]
    [InlineData("    table = np.zeros((1000, 100))\n    KEPT.append(table[0])\n    WHOLES.append(table)")]
    [InlineData("    table = np.zeros((1000, 100))\n    KEPT.append((table, table[0]))")]
    [InlineData("    table = np.zeros((1000, 100))\n    WHOLES.append({'rows': [table]})\n    KEPT.append(table[0])")]
    [InlineData("    packet = bytes(100_000 + number)\n    WHOLES.append(packet)\n    KEPT.append(memoryview(packet)[:16])")]
    [InlineData("    KEPT.append(SHARED[number])")]
    public void What_is_held_anyway_is_not_kept_by_its_views(string body)
    {
        PinnedBy(body).ShouldBeNull();
        PinnedBy(body, Undetermined).ShouldBeNull();
    }

    [Fact]
    public void Views_that_together_show_all_of_it_waste_nothing()
    {
        const string Rows = "    table = np.zeros((1000, 100))\n    for row in range(1000):\n        KEPT.append(table[row])";

        PinnedBy(Rows).ShouldBeNull();
        PinnedBy(Rows, Undetermined).ShouldBeNull();
        PinnedBy("    table = np.zeros((1000, 100))\n    for row in range(3):\n        KEPT.append(table[row])").ShouldNotBeNull().SeenBytes.ShouldBe(3 * 912);
    }

    [Fact]
    public void Views_in_objects_and_under_keys_are_found()
    {
        PinnedBy("    KEPT.append(Reading(np.zeros((1000, 100))[0]))").ShouldNotBeNull();
        PinnedBy("    TABLE[number] = [np.zeros((1000, 100))[0]]").ShouldNotBeNull();
        PinnedBy("    TABLE[number] = [np.zeros((1000, 100))[0]]", Undetermined).ShouldNotBeNull();
    }

    [Fact]
    public void What_is_kept_by_calls_without_end_is_known() =>
        Find("import numpy as np\n\nKEPT = []\n\ndef note():\n    KEPT.append(np.zeros(100_000)[:10])\n").ShouldNotBeNull().KeptBytes.ShouldBe(800_112);

    private static PinnedParent? PinnedBy(string body, string tail = "") => Find(
        "import io\nimport numpy as np\nimport pandas as pd\n\nKEPT = []\nWHOLES = []\nTABLE = {}\nSHARED = np.zeros((100, 10_000))\n\nclass Reading:\n    def __init__(self, values):\n        self.values = values\n\n"
        + $"def fill():\n  for number in range(20):\n{body}\n\nfill()\n{tail}");

    private static PinnedParent? Find(string text)
    {
        var facts = MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(text)), CancellationToken.None);
        facts.Growths.ShouldNotBeEmpty();
        return facts.Growths.Select(static growth => growth.Content.Pinned).FirstOrDefault(static pinned => pinned is not null);
    }
}
