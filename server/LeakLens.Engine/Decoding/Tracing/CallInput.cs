namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>The arguments of a call.</summary>
internal sealed record CallInput(List<Traced> Positional, List<(string Name, Traced Value)> Named)
{
    public static readonly CallInput Empty = new([], []);

    public int Count => Positional.Count + Named.Count;

    public Traced At(int index, string? name = null) => TryAt(index, name, out var value) ? value : Traced.Unknown;

    public bool TryAt(int index, string? name, out Traced value)
    {
        if (index >= 0 && index < Positional.Count)
        {
            value = Positional[index];
            return true;
        }

        foreach (var (candidate, given) in Named)
        {
            if (name is not null && string.Equals(candidate, name, StringComparison.Ordinal))
            {
                value = given;
                return true;
            }
        }

        value = Traced.Unknown;
        return false;
    }

    public IEnumerable<Traced> All => Positional.Concat(Named.Select(static named => named.Value));

    /// <summary>Where any of them come from.</summary>
    public Provenance From => All.Aggregate(Provenance.None, static (all, one) => all | one.From);

    public CallInput Before(IEnumerable<Traced> first) => new([.. first, .. Positional], Named);
}
