using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Tests.Heap;

/// <summary>Contents that are known one by one behave like the lists and dicts that they stand for, in whatever order they are used.</summary>
public sealed class ContentsTests
{
    [Fact]
    public void Items_come_and_go_like_those_of_a_list()
    {
        var random = new Random(11);
        var contents = new ItemContents();
        var expected = new List<long>();
        for (var step = 0; step < 5_000; step++)
        {
            var at = random.Next(4) switch
            {
                0 => 0,
                1 => expected.Count,
                _ => random.Next(expected.Count + 1),
            };
            if (random.Next(5) < 3 || expected.Count == 0)
            {
                contents.Insert(at, Value.OfInt(step));
                expected.Insert(at, step);
            }
            else
            {
                at = Math.Min(at, expected.Count - 1);
                contents.RemoveAt(at).Number.Low.ShouldBe(expected[at]);
                expected.RemoveAt(at);
            }
        }

        contents.Splice(3, 5, [Value.OfInt(-1), Value.OfInt(-2)]);
        expected.RemoveRange(3, 5);
        expected.InsertRange(3, [-1, -2]);
        contents.Splice(expected.Count, 0, [Value.OfInt(-3), Value.OfInt(-4)]);
        expected.AddRange([-3, -4]);
        contents.Splice(0, 4, []);
        expected.RemoveRange(0, 4);
        contents.Insert(0, Value.OfInt(-5));
        expected.Insert(0, -5);
        contents.All.ToArray().Select(static value => value.Number.Low).ShouldBe(expected);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(60)]
    public void Entries_keep_the_order_in_which_their_keys_came(int keys)
    {
        var random = new Random(12);
        var contents = new EntryContents();
        var expected = new List<(long Key, long Value)>();
        for (var step = 0; step < 5_000; step++)
        {
            var key = random.Next(keys);
            var known = expected.FindIndex(entry => entry.Key == key);
            switch (random.Next(4))
            {
                case 0 when known >= 0:
                    contents.Remove(ExactKey.Of(key)).Value.Number.Low.ShouldBe(expected[known].Value);
                    expected.RemoveAt(known);
                    break;
                case 1 when expected.Count > 0:
                    var last = random.Next(2) == 0;
                    contents.RemoveEnd(last).Key.Number.Low.ShouldBe(expected[last ? ^1 : 0].Key);
                    expected.RemoveAt(last ? expected.Count - 1 : 0);
                    break;
                default:
                    contents.Put(ExactKey.Of(key), Value.OfInt(key), Value.OfInt(step));
                    if (known >= 0)
                    {
                        expected[known] = (key, step);
                    }
                    else
                    {
                        expected.Add((key, step));
                    }

                    break;
            }
        }

        Enumerable.Range(0, contents.Count).Select(at => (contents.At(at).Key.Number.Low, contents.At(at).Value.Number.Low)).ShouldBe(expected);
    }

    [Fact]
    public void Equal_numbers_are_one_key_and_tuples_compare_by_their_parts()
    {
        ExactKey.Of(3.0).ShouldBe(ExactKey.Of(3));
        ExactKey.Of(3.5).ShouldNotBe(ExactKey.Of(3));
        ExactKey.Of("3").ShouldNotBe(ExactKey.Of(3));
        ExactKey.OfParts([ExactKey.Of(1), ExactKey.Of("a")]).ShouldBe(ExactKey.OfParts([ExactKey.Of(1), ExactKey.Of("a")]));
        ExactKey.OfParts([ExactKey.Of(1), ExactKey.Of("a")]).ShouldNotBe(ExactKey.OfParts([ExactKey.Of(1), ExactKey.Of("b")]));
    }
}
