using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Facts;

/// <summary>The same program in the bytes of other interpreters. The truths were measured with CPython 3.11.7, 3.12.1 and 3.13.0.</summary>
public sealed class TargetVersionTests
{
    private const double Tolerance = 0.01;

    private const string Texts = """
        names = []
        for number in range(10_000):
            names.append("order number %06d" % number)
        """;

    private const string Points = """
        class Point:
            def __init__(self, x, y):
                self.x = x
                self.y = y


        points = []
        for number in range(10_000):
            points.append(Point(None, None))
        """;

    private const string Actions = """
        actions = []
        for number in range(10_000):
            actions.append(lambda: None)
        """;

    [Theory]
    [InlineData(Texts, 765_264, 685_264, 685_264)]
    [InlineData(Points, 971_360, 891_384, 971_584)]
    [InlineData(Actions, 1_605_264, 1_685_264, 1_685_264)]
    public void Bytes_are_those_of_the_version(string program, long bytes311, long bytes312, long bytes313)
    {
        Check(program, TargetVersion.Python311, bytes311);
        Check(program, TargetVersion.Python312, bytes312);
        Check(program, TargetVersion.Python313, bytes313);
    }

    [Fact]
    public void A_tuple_of_3_14_remembers_its_hash()
    {
        const string Program = """
            pairs = []
            for number in range(10_000):
                pairs.append(([], True))
            """;

        (Retained(Program, TargetVersion.Python314) - Retained(Program, TargetVersion.Python311)).ShouldBe(80_000);
    }

    [Theory]
    [InlineData("3.11", TargetVersion.Python311)]
    [InlineData("py313", TargetVersion.Python313)]
    [InlineData("3.14", TargetVersion.Python314)]
    public void A_version_has_two_names(string name, TargetVersion version)
    {
        TargetVersionName.TryParse(name, out var parsed).ShouldBeTrue();
        parsed.ShouldBe(version);
    }

    [Theory]
    [InlineData("3.10")]
    [InlineData("py3")]
    [InlineData("3")]
    [InlineData("")]
    public void Other_names_are_none(string name) => TargetVersionName.TryParse(name, out _).ShouldBeFalse();

    private static void Check(string program, TargetVersion target, long truth)
    {
        var retained = Retained(program, target);
        Math.Abs(retained - truth).ShouldBeLessThanOrEqualTo((long)(truth * Tolerance), $"{target}: {retained} for {truth}");
    }

    private static long Retained(string program, TargetVersion target) =>
        MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), target, CancellationToken.None).Growths.Sum(fact => fact.Retained.High);
}
