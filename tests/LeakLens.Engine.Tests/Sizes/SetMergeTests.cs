using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Tests.Sizes;

/// <summary>A set into which another is merged makes room once, for twice as many as both have; one by one it makes room for four times as many.</summary>
public sealed class SetMergeTests
{
    [Theory]
    [InlineData(0, 1_000, 32_984)]
    [InlineData(0, 4, 216)]
    [InlineData(1_000, 1_000, 65_752)]
    public void A_merged_set_takes_what_CPython_takes(long count, long added, long bytes)
    {
        var places = ContainerSizes.MergedPlaces(count, places: 0, added);
        ContainerSizes.Set(count + added, places).ShouldBe(bytes);
    }
}
