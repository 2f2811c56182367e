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
    public Provenance From
    {
        get
        {
            var all = Provenance.None;
            foreach (var one in Positional)
            {
                all |= one.From;
            }

            foreach (var (_, one) in Named)
            {
                all |= one.From;
            }

            return all;
        }
    }

    /// <summary>The way of the first that has one.</summary>
    public Layer? Layers => First(static one => one.Layers is not null).Layers;

    /// <summary>The first of a kind; not known when there is none.</summary>
    public Traced First(Predicate<Traced> isMeant)
    {
        foreach (var one in Positional)
        {
            if (isMeant(one))
            {
                return one;
            }
        }

        foreach (var (_, one) in Named)
        {
            if (isMeant(one))
            {
                return one;
            }
        }

        return Traced.Unknown;
    }

    /// <summary>The same values, as far as they are known, in the same places.</summary>
    public bool IsSame(CallInput other)
    {
        if (Positional.Count != other.Positional.Count || Named.Count != other.Named.Count)
        {
            return false;
        }

        for (var i = 0; i < Positional.Count; i++)
        {
            if (!Equals(Positional[i].Value, other.Positional[i].Value))
            {
                return false;
            }
        }

        for (var i = 0; i < Named.Count; i++)
        {
            if (!string.Equals(Named[i].Name, other.Named[i].Name, StringComparison.Ordinal) || !Equals(Named[i].Value.Value, other.Named[i].Value.Value))
            {
                return false;
            }
        }

        return true;
    }

    public CallInput Before(IEnumerable<Traced> first) => new([.. first, .. Positional], Named);
}
