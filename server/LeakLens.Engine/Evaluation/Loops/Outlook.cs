using System.Runtime.InteropServices;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// Whether a loop of the exact run, whose trips are known, will come to its end. The cheapest of its latest trips says what those to come will take at
/// least: the first trips of a sieve are its dearest by far, and between them it has some that cost nothing.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Outlook
{
    /// <summary>Steps that a loop may take before anything is said of it.</summary>
    private const int WorthAsking = 2_000_000;

    /// <summary>So many times the steps that are left.</summary>
    private const int FarTooMany = 4;

    /// <summary>Trips of which the cheapest is sought.</summary>
    private const int Latest = 16;

    private readonly long _begin;
    private long _tripBegin;
    private long _least;
    private long _leastBefore;
    private int _trips;

    /// <param name="taken">Steps that the program has taken so far, without those for measuring: what is measured often now need not be later on.</param>
    public Outlook(long taken)
    {
        _begin = taken;
        _tripBegin = taken;
        _least = long.MaxValue;
    }

    /// <summary>To be asked at the end of each trip.</summary>
    /// <param name="taken">As above.</param>
    /// <param name="tripsToCome">As far as is known.</param>
    /// <param name="left">Steps that may still be taken.</param>
    public bool IsHopeless(long taken, long tripsToCome, long left)
    {
        _least = Math.Min(_least, taken - _tripBegin);
        _tripBegin = taken;
        if (++_trips == Latest)
        {
            (_leastBefore, _least, _trips) = (_least, long.MaxValue, 0);
        }

        return _leastBefore > 0 && taken - _begin > WorthAsking && Math.Min(_leastBefore, _least) * (tripsToCome / FarTooMany) > left;
    }
}
