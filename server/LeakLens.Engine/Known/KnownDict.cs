namespace LeakLens.Engine.Known;

/// <summary>A dict of known keys and values, in the order of insertion.</summary>
/// <param name="HasNewKeys">The keys are objects of their own, not names that exist already.</param>
internal sealed record KnownDict(IReadOnlyList<(object Key, object Value)> Entries, bool HasNewKeys = false)
{
    /// <summary>The value under a key; null where there is none.</summary>
    public object? Find(object key)
    {
        foreach (var (candidate, value) in Entries)
        {
            if (KnownComparison.AreEqual(candidate, key) == true)
            {
                return value;
            }
        }

        return null;
    }
}
