using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>The evaluated arguments of a call. When a star argument was unknown, more may follow.</summary>
internal sealed record CallArguments(IReadOnlyList<Value> Positional, IReadOnlyList<(string Name, Value Value)> Named, bool HasUnknownMore = false)
{
    public static readonly CallArguments None = new([], []);

    // Hardly any call has one: it is kept in a box.
    private readonly object? _starred;

    /// <summary>What stood behind a star and could not be taken apart.</summary>
    public Value Starred
    {
        get => _starred is Value value ? value : Value.Absent;
        init => _starred = value.IsAbsent ? null : value;
    }

    public Value this[int index] => Positional is Value[] values
        ? (uint)index < (uint)values.Length ? values[index] : Value.Absent
        : index < Positional.Count ? Positional[index] : Value.Absent;

    public Value Find(string name)
    {
        foreach (var (candidate, value) in Named)
        {
            if (string.Equals(candidate, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return Value.Absent;
    }

    /// <summary>The same call with the receiver in front.</summary>
    public CallArguments Behind(Value receiver)
    {
        var all = new Value[Positional.Count + 1];
        all[0] = receiver;
        if (Positional is Value[] values)
        {
            values.CopyTo(all, 1);
        }
        else
        {
            for (var i = 1; i < all.Length; i++)
            {
                all[i] = Positional[i - 1];
            }
        }

        return new CallArguments(all, Named, HasUnknownMore);
    }
}
