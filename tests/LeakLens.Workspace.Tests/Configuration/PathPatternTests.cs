using System.Diagnostics;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Workspace.Tests.Configuration;

/// <summary>Patterns mean what they mean in .gitignore.</summary>
public sealed class PathPatternTests
{
    private static readonly string Root = Path.GetFullPath("/project");

    [Theory]
    [InlineData("build", "a/build", true)]
    [InlineData("build", "a/build/x.py", false)]
    [InlineData("build/", "build", true)]
    [InlineData("*_pb2.py", "a/b/x_pb2.py", true)]
    [InlineData("a/*.py", "a/x.py", true)]
    [InlineData("a/*.py", "a/b/x.py", false)]
    [InlineData("/a", "a", false)]
    [InlineData("./a/x.py", "a/x.py", true)]
    [InlineData("a/**/x.py", "a/x.py", true)]
    [InlineData("a/**/x.py", "a/b/c/x.py", true)]
    [InlineData("**/x.py", "x.py", true)]
    [InlineData("**/b/**", "a/b/c/d.py", true)]
    [InlineData("a/?.py", "a/x.py", true)]
    [InlineData("[abx-z].py", "y.py", true)]
    [InlineData("[!abx-z].py", "y.py", false)]
    [InlineData("[]x].py", "].py", true)]
    [InlineData("[x.py", "[x.py", true)]
    [InlineData("../project/a.py", "a.py", true)]
    [InlineData("a*b*c.py", "aXbXbc.py", true)]
    [InlineData("a*b*c.py", "aXcXb.py", false)]
    public void A_pattern_matches_a_path(string pattern, string path, bool expected) =>
        PathPattern.Parse(pattern, Root).Matches(Path.Combine(Root, path)).ShouldBe(expected);

    [Theory]
    [InlineData("build", "a/build/b/x.py", true)]
    [InlineData("tests/*", "tests/a/b.py", true)]
    [InlineData("a/b", "a/b/c/d.py", true)]
    [InlineData("a/b", "x/a/b/c.py", false)]
    [InlineData("**/b", "a/b/c/d.py", true)]
    [InlineData("**/b.py", "a/b/c/d.py", false)]
    [InlineData("a/**/c", "a/b/c/d.py", true)]
    [InlineData("a/b/c/d.py/e", "a/b/c/d.py", false)]
    [InlineData("tests", "src/tests.py", false)]
    [InlineData("project", "a.py", false)]
    public void A_pattern_matches_what_lies_in_a_folder(string pattern, string path, bool expected) =>
        PathPattern.Parse(pattern, Root).MatchesPathOrParent(Path.Combine(Root, path)).ShouldBe(expected);

    [Fact]
    public void A_hostile_pattern_ends_soon()
    {
        var started = Stopwatch.StartNew();
        var path = Path.Combine(Root, string.Join('/', Enumerable.Repeat(new string('a', 200), 50)));
        PathPattern.Parse(string.Join('/', Enumerable.Repeat("**/*a*a*a*a*a*b", 50)), Root).MatchesPathOrParent(path).ShouldBeFalse();

        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
