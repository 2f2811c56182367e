using LeakLens.Engine.Facts;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>Decisions about the bits of a number that counts on, in a loop that is leapt over: how often they come out is what CPython counts.</summary>
public sealed class BitPatternTests
{
    [Theory]
    [InlineData("i & 65_536", 475_712)]
    [InlineData("65_536 & i", 475_712)]
    [InlineData("i >> 16", 934_464)]
    [InlineData("i >> 16 == 3", 65_536)]
    [InlineData("i & 1", 500_000)]
    [InlineData("i & 5 == 5", 250_000)]
    [InlineData("i & 0xFF == 200", 3_906)]
    [InlineData("(i & 0xF0) == 0x50", 62_496)]
    [InlineData("(i | 7) == 777_775", 8)]
    [InlineData("(i & 0b1010) == 10 and i > 500_000", 125_000)]
    public void Decisions_about_bits_are_counted(string condition, int times)
    {
        var fact = GrowthOf(condition);

        fact.Times.IsExact.ShouldBeTrue();
        fact.Times.High.ShouldBe(times);
    }

    /// <summary>The upper bits of such masks change more rarely than trips are made, and a divisor that counts on has no pieces.</summary>
    [Theory]
    [InlineData("i ^ 777_777 == 0", 1)]
    [InlineData("i & 0b11_0000_0000_0101 == 5", 62_608)]
    [InlineData("1_000_000 % (i + 1) == 250_000", 2)]
    [InlineData("1_000_000 // (i + 1) == 2", 166_667)]
    public void What_has_no_even_pieces_gives_bounds(string condition, int times) => times.ShouldBeInRange((int)GrowthOf(condition).Times.Low, (int)Math.Min(int.MaxValue, GrowthOf(condition).Times.High));

    private static GrowthFact GrowthOf(string condition) => Claims.Gather($"""
        import sys
        kept = []
        n = len(sys.argv)
        for i in range(1_000_000):
            if n > 5:
                n += 1
            if {condition}:
                kept.append('x' * 100 + str(i))
        """).Growths.Single(static fact => fact.Operation == "append");
}
