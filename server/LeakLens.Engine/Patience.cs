using System.Runtime.InteropServices;

namespace LeakLens.Engine;

/// <summary>
/// How long work may go on without coming to anything new: for as many steps as it took to come to the last new place and a quarter more, which is
/// enough to go through all of it once again, and at least for a number that is given.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Patience
{
    private long _least;
    private long _beginning;
    private long _latestNews;

    /// <summary>Another piece of work begins.</summary>
    /// <param name="taken">Steps taken until now; the same counter as in all other calls.</param>
    /// <param name="least">Steps without news that are always allowed; <see cref="int.MaxValue"/> for work that may take all it wants.</param>
    public void Begin(long taken, int least)
    {
        _beginning = taken;
        Limit(taken, least);
    }

    /// <summary>From now on the present piece of work is allowed so many steps without news.</summary>
    public void Limit(long taken, int least)
    {
        _least = least;
        _latestNews = taken;
    }

    /// <summary>The work came to something to which it had not come before.</summary>
    public void BringNews(long taken) => _latestNews = taken;

    public readonly bool IsOver(long taken) => taken - _latestNews > Math.Max(_least, (_latestNews - _beginning) * 5 / 4);
}
