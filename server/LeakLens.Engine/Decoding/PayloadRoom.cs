namespace LeakLens.Engine.Decoding;

/// <summary>How deep an analysis is inside of payloads, and how many more all of them together may have.</summary>
internal sealed class PayloadRoom
{
    private readonly int[] _left;

    public PayloadRoom()
        : this([DecodingLimits.MostPayloads], 0)
    {
    }

    private PayloadRoom(int[] left, int depth)
    {
        _left = left;
        Depth = depth;
    }

    public int Depth { get; }

    /// <summary>The room inside of one more payload; null when there is none left.</summary>
    public PayloadRoom? TryEnter() => Depth < DecodingLimits.Deepest && _left[0]-- > 0 ? new PayloadRoom(_left, Depth + 1) : null;
}
