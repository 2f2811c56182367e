namespace LeakLens.Engine.Known;

/// <summary>Python's <c>None</c> among known values: a null reference means that a value is not known.</summary>
internal sealed class KnownNone
{
    public static readonly KnownNone Instance = new();

    private KnownNone()
    {
    }

    public override string ToString() => "None";
}
