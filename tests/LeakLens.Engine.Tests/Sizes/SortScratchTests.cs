using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Tests.Sizes;

/// <summary>What <c>list.sort</c> takes besides the list, without and with keys: the peak that tracemalloc saw under CPython 3.11 is the same to the byte.</summary>
public sealed class SortScratchTests
{
    [Fact]
    public void Short_lists_are_sorted_on_the_stack() => Check(i => i * 7919 % 101, 100, plain: 0, withKeys: 0);

    [Fact]
    public void What_is_in_order_is_not_moved() => Check(i => i, 5_000, plain: 0, withKeys: 40_000);

    [Fact]
    public void What_is_in_the_opposite_order_is_turned_around() => Check(i => -i, 5_000, plain: 0, withKeys: 40_000);

    [Fact]
    public void Runs_are_merged_by_their_lengths()
    {
        Check(i => i * 7919 % 40_009, 40_000, plain: 159_984, withKeys: 639_968);
        Check(i => i % 500, 6_000, plain: 23_952, withKeys: 95_904);
        Check(i => i % 700, 6_000, plain: 22_368, withKeys: 92_736);
        Check(i => i * i % 9_973, 9_000, plain: 35_960, withKeys: 143_920);
        Check(i => Math.Abs(2_000 - i), 6_000, plain: 15_992, withKeys: 79_984);
    }

    private static void Check(Func<long, long> valueAt, int count, long plain, long withKeys)
    {
        var values = Enumerable.Range(0, count).Select(at => valueAt(at)).ToArray();
        SortScratch.Bytes(PlacesOf(values), hasKeys: false).ShouldBe(plain);
        SortScratch.Bytes(PlacesOf(values), hasKeys: true).ShouldBe(withKeys);
    }

    private static int[] PlacesOf(long[] values)
    {
        var places = new int[values.Length];
        foreach (var (item, place) in Enumerable.Range(0, values.Length).OrderBy(at => values[at]).Select((item, place) => (item, place)))
        {
            places[item] = place;
        }

        return places;
    }
}
