using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Tests.Heap;

public class SlotKeyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData((long)int.MaxValue + 1)]
    [InlineData(1L << 32)]
    [InlineData(long.MinValue)]
    public void Tells_numbers_of_any_size(long number)
    {
        var key = SlotKey.Key(number);

        key.Number.ShouldBe(number);
        key.Name.ShouldBeNull();
        key.ShouldBe(SlotKey.Key(number));
        key.GetHashCode().ShouldBe(SlotKey.Key(number).GetHashCode());
        key.ShouldNotBe(SlotKey.Key(number ^ (1L << 32)));
        key.ShouldNotBe(SlotKey.Item(number));
    }

    [Fact]
    public void A_large_number_keeps_its_name()
    {
        var key = new SlotKey(SlotKind.Attribute, 1L << 40, "name");

        key.Name.ShouldBe("name");
        key.ShouldBe(new SlotKey(SlotKind.Attribute, 1L << 40, "name"));
        key.ShouldNotBe(new SlotKey(SlotKind.Attribute, 1L << 40, "other"));
    }
}
