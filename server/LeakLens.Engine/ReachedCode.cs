namespace LeakLens.Engine;

/// <summary>
/// Which statements a piece of work has come to, and which of them any work has brought to an end. Each of them is known by where it starts, to
/// the nearest few characters.
/// </summary>
/// <param name="end">Where the module ends.</param>
internal sealed class ReachedCode(int end)
{
    private const int Shift = 2;
    private const byte Finished = 0x80;
    private const byte Work = 0x7F;

    private readonly byte[] _marks = new byte[(end >> Shift) + 1];
    private byte _work = 1;

    /// <summary>Another piece of work begins: it has come to nothing yet.</summary>
    public void Begin()
    {
        _work++;
        if (_work > Work)
        {
            foreach (ref var mark in _marks.AsSpan())
            {
                mark &= Finished;
            }

            _work = 1;
        }
    }

    /// <summary>Notes that the work came to the statement that starts there. False when it had been there before.</summary>
    public bool Reach(int start)
    {
        ref var mark = ref MarkOf(start);
        if ((mark & Work) == _work)
        {
            return false;
        }

        mark = (byte)((mark & Finished) | _work);
        return true;
    }

    /// <summary>Notes that the statement that starts there came to its end, whichever that is.</summary>
    public void Finish(int start) => MarkOf(start) |= Finished;

    /// <summary>Some work came to the statement that starts there.</summary>
    public bool IsReached(int start) => MarkOf(start) != 0;

    /// <summary>Some work came to the end of the statement that starts there.</summary>
    public bool IsFinished(int start) => (MarkOf(start) & Finished) != 0;

    private ref byte MarkOf(int start) => ref _marks[Math.Min(start >> Shift, _marks.Length - 1)];
}
