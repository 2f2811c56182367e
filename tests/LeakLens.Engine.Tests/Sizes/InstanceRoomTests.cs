using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Tests.Sizes;

/// <summary>The first instances of a class have more room than they need; copies have a dict. Measured with tracemalloc under CPython 3.11.</summary>
public sealed class InstanceRoomTests
{
    [Theory]
    [InlineData(0, 3, 320)]
    [InlineData(4, 3, 288)]
    [InlineData(12, 1, 216)]
    [InlineData(24, 0, 104)]
    [InlineData(24, 5, 112)]
    [InlineData(28, 3, 96)]
    [InlineData(500, 3, 96)]
    [InlineData(0, 28, 320)]
    public void Each_instance_leaves_less_room_to_the_next(int made, long attributes, long bytes) =>
        ObjectSizes.Instance(attributes, TargetVersion.Python311, ObjectSizes.RoomOfInstance(made)).ShouldBe(bytes);

    [Theory]
    [InlineData(0, 72)]
    [InlineData(1, 240)]
    [InlineData(5, 240)]
    [InlineData(6, 328)]
    [InlineData(11, 520)]
    [InlineData(22, 888)]
    public void What_got_its_attributes_at_once_keeps_them_in_a_dict(long attributes, long bytes) =>
        ObjectSizes.InstanceWithDict(attributes, TargetVersion.Python311).ShouldBe(bytes);
}
