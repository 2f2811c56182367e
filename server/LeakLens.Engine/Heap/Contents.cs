namespace LeakLens.Engine.Heap;

/// <summary>
/// What a container holds, known one by one. Only the exact run has such containers; it never takes anything back, so that
/// changes need no journal.
/// </summary>
internal abstract class Contents
{
    private Slot[]? _slots;
    private int _slotCount;

    public abstract int Count { get; }

    /// <summary>What an item or key slot reads; absent when there is none.</summary>
    public abstract Value Get(SlotKey key);

    /// <summary>Writes what <see cref="Get"/> reads.</summary>
    /// <returns>Whether the contents can hold it there.</returns>
    public abstract bool TrySet(SlotKey key, Value value);

    /// <summary>Everything that is held, keys among it. Do not keep the span over a change.</summary>
    public abstract ReadOnlySpan<Value> References { get; }

    public abstract void Clear();

    /// <summary>Forgets the slots that were shown: something changed.</summary>
    public void Touch() => _slots = null;

    /// <summary>The contents as slots behind the object's own, the way other containers show them.</summary>
    public ReadOnlySpan<Slot> Show(ReadOnlySpan<Slot> own)
    {
        if (_slots is null || _slotCount != own.Length)
        {
            var all = new List<Slot>(own.Length + (2 * Count));
            all.AddRange(own);
            Append(all);
            _slots = [.. all];
            _slotCount = own.Length;
        }

        return _slots;
    }

    protected abstract void Append(List<Slot> slots);
}
