namespace LeakLens.Engine.Known;

/// <summary>A list or tuple of known values.</summary>
internal sealed class KnownSequence
{
    public KnownSequence(bool isTuple, IReadOnlyList<object> items, int room = -1)
    {
        IsTuple = isTuple;
        Items = items;
        Room = room;
    }

    public bool IsTuple { get; }

    public IReadOnlyList<object> Items { get; }

    /// <summary>Of a list: for so many items CPython makes room before it knows how many come; -1 when it makes what they need.</summary>
    public int Room { get; }

    public static KnownSequence Tuple(params IReadOnlyList<object> items) => new(isTuple: true, items);

    public static KnownSequence List(IReadOnlyList<object> items) => new(isTuple: false, items);
}
