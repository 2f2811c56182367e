using LeakLens.Engine.Evaluation;

namespace LeakLens.Engine.Tests.Evaluation;

public class NameSetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(200)]
    public void Holds_each_name_once_however_many_there_are(int count)
    {
        var names = Enumerable.Range(0, count).Select(static number => $"name{number}").ToList();
        var set = default(NameSet);
        foreach (var name in names.Concat(names))
        {
            set.Add(name);
        }

        set.Count.ShouldBe(count);
        var seen = new List<string>();
        foreach (var name in set)
        {
            seen.Add(name);
        }

        seen.ShouldBe(names, ignoreOrder: true);
        set.Contains("other").ShouldBeFalse();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void Lets_go_of_what_is_removed(int count)
    {
        var set = default(NameSet);
        for (var i = 0; i < count; i++)
        {
            set.Add($"name{i}");
        }

        set.Remove("name2");
        set.Remove("never there");

        set.Count.ShouldBe(count - 1);
        set.Contains("name2").ShouldBeFalse();
        set.Contains("name4").ShouldBeTrue();
    }

    [Fact]
    public void Is_within_two_sets_when_each_name_is_in_one_of_them()
    {
        var (first, second, all) = (default(NameSet), default(NameSet), default(NameSet));
        first.Add("a");
        second.Add("b");
        all.Add("a");
        all.Add("b");

        all.IsWithin(first, second).ShouldBeTrue();
        all.IsWithin(first, default).ShouldBeFalse();
        default(NameSet).IsWithin(first, second).ShouldBeTrue();
    }
}
