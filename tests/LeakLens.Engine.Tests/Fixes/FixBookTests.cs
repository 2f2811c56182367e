using LeakLens.Engine.Fixes;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Tests.Fixes;

/// <summary>What the rules' folders and the documentation say about fixes is what the code has.</summary>
public sealed class FixBookTests
{
    /// <summary>Their fixes come with the finding: a comment is taken out.</summary>
    private static readonly string[] OfComments = ["LL001", "LL002"];

    [Fact]
    public void A_rule_says_that_it_has_fixes_exactly_if_some_provider_helps_it()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "rules"), "rule.json", SearchOption.AllDirectories))
        {
            var rule = JObject.Parse(File.ReadAllText(file));
            var id = rule.Value<string>("id")!;
            if (string.Equals(rule.Value<string>("family"), "deployment", StringComparison.Ordinal))
            {
                // Their fixes come with the finding, from a room of their own, whose tests make each of them.
                continue;
            }

            (rule.Value<string>("fix") != "none").ShouldBe(OfComments.Contains(id) || !FixBook.For(id).IsEmpty, id);
        }
    }

    [Fact]
    public void Every_kind_is_documented()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "fixes.md"));

        FixBook.All.ShouldAllBe(provider => page.Contains($"`{provider.Kind}`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_kind_that_does_the_same_as_another_names_one_there_is()
    {
        var kinds = FixBook.All.Select(provider => provider.Kind).ToHashSet(StringComparer.Ordinal);

        FixBook.Better.ShouldAllBe(pair => kinds.Contains(pair.Key) && kinds.Contains(pair.Value));
    }
}
