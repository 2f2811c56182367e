namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>A list, tuple, set, bytearray or iterator: whoever has it sees what others put in.</summary>
internal sealed class SequenceValue
{
    public SequenceValue(SequenceKind kind, List<Traced> items)
    {
        Kind = kind;
        Items = items;
    }

    public SequenceKind Kind { get; }

    public List<Traced> Items { get; }

    /// <summary>How many an iterator has given.</summary>
    public int Taken { get; set; }

    public Provenance From
    {
        get
        {
            var all = Provenance.None;
            foreach (var item in Items)
            {
                all |= item.From;
            }

            return all;
        }
    }
}
