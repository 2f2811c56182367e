using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>The evaluated arguments of a call. When a star argument was unknown, more may follow.</summary>
internal sealed record CallArguments(IReadOnlyList<Value> Positional, IReadOnlyList<(string Name, Value Value)> Named, bool HasUnknownMore = false)
{
    public static readonly CallArguments None = new([], []);

    /// <summary>What stood behind a star and could not be taken apart.</summary>
    public Value Starred { get; init; } = Value.Absent;

    public Value this[int index] => index < Positional.Count ? Positional[index] : Value.Absent;

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
        for (var i = 1; i < all.Length; i++)
        {
            all[i] = Positional[i - 1];
        }

        return new CallArguments(all, Named, HasUnknownMore);
    }
}
