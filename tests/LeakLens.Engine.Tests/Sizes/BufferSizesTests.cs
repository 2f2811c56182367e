using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Tests.Sizes;

/// <summary>What zlib.decompress holds besides its result at its peak, and the buffer of a StringIO, measured with tracemalloc under CPython 3.11.</summary>
public sealed class BufferSizesTests
{
    /// <summary>The list of the blocks and their headers.</summary>
    private const long Rest = 1_200;

    [Theory]
    [InlineData(10_000, 16_458)]
    [InlineData(100_000, 344_260)]
    [InlineData(1_000_000, 1_392_869)]
    [InlineData(3_000_000, 5_587_206)]
    [InlineData(6_553_600, 13_975_847)]
    [InlineData(20_000_000, 30_753_096)]
    public void Blocks_are_those_that_a_decompressor_fills(long length, long measured) => (measured - BufferSizes.Blocks(length)).ShouldBeInRange(0, Rest);

    [Theory]
    [InlineData(1_000, BufferSizes.RoomOfNewText, 4_008)]
    [InlineData(5_013, BufferSizes.RoomOfNewText, 20_060)]
    [InlineData(5_105, 5_015, 23_000)]
    [InlineData(6_105, 5_750, 27_500)]
    [InlineData(7_005, 6_875, 31_548)]
    [InlineData(0, 7_887, 8)]
    [InlineData(6_000, 6_875, 27_500)]
    public void The_buffer_of_a_text_stream_follows_its_length(long length, long room, long bytes) =>
        BufferSizes.TextBuffer(BufferSizes.RoomOfText(length, room)).ShouldBe(bytes);
}
