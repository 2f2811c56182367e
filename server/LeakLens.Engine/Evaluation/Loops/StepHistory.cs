using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// The latest steps of one loop, the oldest first. It knows of every window how far back the steps repeat themselves at that
/// distance, so that whether a pattern could be there is one look-up and not a comparison of its steps.
/// </summary>
internal sealed class StepHistory
{
    public const int LongestWindow = 168;

    private const int Longest = 512;

    private readonly LoopStatePool _states;
    private readonly List<MacroStep> _steps = [];

    /// <summary>By window: how many of the latest steps are like the one that lies a window before them.</summary>
    private int[] _alike = new int[8];

    private int _kinds;

    public StepHistory(LoopStatePool states) => _states = states;

    public int Count => _steps.Count;

    public MacroStep this[Index index] => _steps[index];

    /// <summary>The step so many before the latest.</summary>
    public MacroStep Back(int steps) => _steps[_steps.Count - 1 - steps];

    public void Add(Quantity trips, GuardLog guards, LoopState state)
    {
        var ways = FindWays(trips, guards);
        var windows = Math.Min(_steps.Count, LongestWindow);
        if (windows >= _alike.Length)
        {
            Array.Resize(ref _alike, Math.Min(2 * _alike.Length, LongestWindow + 1));
        }

        for (var window = 1; window <= windows; window++)
        {
            _alike[window] = _steps[_steps.Count - window].Ways == ways ? _alike[window] + 1 : 0;
        }

        _steps.Add(new MacroStep(trips, guards, state, ways));
        Trim();
    }

    /// <summary>Whether the latest steps, as many as are asked for, took the same ways as those a window before them.</summary>
    public bool Repeats(int window, int steps) => window < _alike.Length && _alike[window] >= steps;

    /// <summary>Nobody looks at the steps any more.</summary>
    public void Clear()
    {
        _states.GiveBack(_steps, _steps.Count);
        _steps.Clear();
        Array.Clear(_alike);
        _kinds = 0;
    }

    private void Trim()
    {
        if (_steps.Count > Longest)
        {
            _states.GiveBack(_steps, Longest / 4);
            _steps.RemoveRange(0, Longest / 4);
        }
    }

    /// <summary>The number of an earlier step of the kind, the latest first; a new one where there is none.</summary>
    private int FindWays(Quantity trips, GuardLog guards)
    {
        for (var i = _steps.Count - 1; i >= 0; i--)
        {
            var step = _steps[i];
            if (step.Guards.WaysHash == guards.WaysHash && step.Trips == trips && step.Guards.HasSameWays(guards))
            {
                return step.Ways;
            }
        }

        return _kinds++;
    }
}
