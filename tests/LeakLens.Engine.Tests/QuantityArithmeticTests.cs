using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Tests;

/// <summary>Sums and products stop at the largest amount instead of turning over: held against 128 bits.</summary>
public sealed class QuantityArithmeticTests
{
    private static readonly long[] Edges = [0, 1, -1, 2, 3_037_000_499, 3_037_000_500, -3_037_000_500, 1L << 62, -(1L << 62), long.MaxValue - 2, long.MinValue + 1];

    [Fact]
    public void Sums_and_products_of_edges_are_those_of_wider_numbers()
    {
        foreach (var left in Edges)
        {
            foreach (var right in Edges)
            {
                Check(left, right);
            }
        }
    }

    [Fact]
    public void Sums_and_products_are_those_of_wider_numbers()
    {
        var random = new Random(16);
        for (var i = 0; i < 20_000; i++)
        {
            Check(Number(random), Number(random));
        }
    }

    private static void Check(long left, long right)
    {
        ((Quantity)left + right).ShouldBe((Quantity)Clamp((Int128)left + right));
        ((Quantity)left * right).ShouldBe((Quantity)Clamp((Int128)left * right));
    }

    private static long Number(Random random) => random.NextInt64(long.MinValue + 1, long.MaxValue - 1) >> random.Next(63);

    private static long Clamp(Int128 wide) => wide >= Quantity.FiniteUnknown ? Quantity.FiniteUnknown - 1 : wide <= Quantity.NoLow ? Quantity.NoLow + 1 : (long)wide;
}
