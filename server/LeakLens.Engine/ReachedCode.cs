namespace LeakLens.Engine;

/// <summary>Which statements a piece of work has come to. Each of them is known by where it starts, to the nearest few characters.</summary>
/// <param name="end">Where the module ends.</param>
internal sealed class ReachedCode(int end)
{
    private const int Shift = 2;

    private readonly byte[] _reachedBy = new byte[(end >> Shift) + 1];
    private byte _work = 1;

    /// <summary>Another piece of work begins: it has come to nothing yet.</summary>
    public void Begin()
    {
        _work++;
        if (_work == 0)
        {
            Array.Clear(_reachedBy);
            _work = 1;
        }
    }

    /// <summary>Notes that the work came to the statement that starts there. False when it had been there before.</summary>
    public bool Reach(int start)
    {
        ref var reachedBy = ref _reachedBy[Math.Min(start >> Shift, _reachedBy.Length - 1)];
        if (reachedBy == _work)
        {
            return false;
        }

        reachedBy = _work;
        return true;
    }
}
