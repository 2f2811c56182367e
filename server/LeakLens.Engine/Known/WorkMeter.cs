namespace LeakLens.Engine.Known;

/// <summary>
/// Counts what functions on known values do, so that a program cannot have much work done in few steps of the evaluation. Counted in
/// characters that are looked at in passing, as a search for one of them does.
/// </summary>
internal sealed class WorkMeter
{
    /// <summary>What is done with a character that is looked at by itself: hashed, escaped, compared with several others.</summary>
    public const int OfCharacter = 16;

    /// <summary>One step of a search for a pattern, or of a comparison of sequences.</summary>
    public const int OfSearch = 64;

    /// <summary>About as long as one step of the evaluation takes.</summary>
    private const int PerStep = 640;

    private long _done;

    public void Add(long count, int each = 1) => _done += count * each;

    /// <summary>The steps of evaluation that all work since the last question is worth.</summary>
    public int Take()
    {
        var steps = (int)Math.Min(_done / PerStep, int.MaxValue / 2);
        _done %= PerStep;
        return steps;
    }
}
