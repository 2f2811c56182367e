using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>One of TOML's four: a date, a time, both, or both with an offset from UTC. What is finer than 100 ns is cut off.</summary>
public sealed class TomlDateTime(TextSpan span, DateOnly? date, TimeOnly? time, TimeSpan? offset) : TomlValue(span)
{
    public DateOnly? Date { get; } = date;

    public TimeOnly? Time { get; } = time;

    public TimeSpan? Offset { get; } = offset;

    public override string Noun => Date is null ? "a time" : Time is null ? "a date" : "a date with a time";
}
