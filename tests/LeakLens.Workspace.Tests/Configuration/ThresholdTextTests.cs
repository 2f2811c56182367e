using LeakLens.Workspace.Configuration;

namespace LeakLens.Workspace.Tests.Configuration;

/// <summary>Numbers are read with their unit, and written as they would be read.</summary>
public sealed class ThresholdTextTests
{
    [Theory]
    [InlineData("note-bytes", "2 MiB", 2_097_152)]
    [InlineData("note-bytes", "2mib", 2_097_152)]
    [InlineData("note-bytes", "1.5 KiB", 1536)]
    [InlineData("note-bytes", "64 KB", 64_000)]
    [InlineData("note-bytes", "1_000", 1000)]
    [InlineData("note-bytes", "1 byte", 1)]
    [InlineData("error-trips", "500 trips", 500)]
    [InlineData("error-trips", "1 trip", 1)]
    [InlineData("least-percent", "80 %", 80)]
    public void A_text_with_a_unit_is_read(string threshold, string text, double expected)
    {
        ThresholdText.TryParse(threshold, text, out var value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("note-bytes", "")]
    [InlineData("note-bytes", "MiB")]
    [InlineData("note-bytes", "2 trips")]
    [InlineData("note-bytes", "2 MiB or so")]
    [InlineData("note-bytes", "-2 MiB")]
    [InlineData("note-bytes", "1.2.3")]
    [InlineData("error-trips", "5 MiB")]
    [InlineData("error-trips", "1e5")]
    public void Anything_else_is_not(string threshold, string text) => ThresholdText.TryParse(threshold, text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("note-bytes", 67_108_864, "\"64 MiB\"")]
    [InlineData("note-bytes", 1000, "1000")]
    [InlineData("note-bytes", 1536, "1536")]
    [InlineData("error-trips", 4096, "4096")]
    public void A_number_is_written_as_a_person_would(string threshold, double value, string expected) => ThresholdText.Format(threshold, value).ShouldBe(expected);
}
