using System.Collections.Immutable;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules;

/// <summary>From which weight on signals that come together raise a finding. Part of a profile.</summary>
/// <param name="ErrorScore">A finding of this weight is an error, whatever its bytes.</param>
/// <param name="ErrorBytes">From so many retained bytes on, <paramref name="ErrorBytesScore"/> is enough.</param>
/// <param name="ErrorBytesScore">The weight that makes an error of what retains <paramref name="ErrorBytes"/> and releases nothing.</param>
/// <param name="WarningScore">A finding of this weight is at least a warning.</param>
public sealed record Composition(double ErrorScore, double ErrorBytes, double ErrorBytesScore, double WarningScore)
{
    /// <summary>For people at work: quantities decide.</summary>
    public static readonly Composition Balanced = new(ErrorScore: 9, ErrorBytes: 64 << 20, ErrorBytesScore: 4, WarningScore: 8);

    /// <summary>The weight of signals together.</summary>
    public static int ScoreOf(ImmutableArray<Signal> signals)
    {
        var score = 0;
        foreach (var signal in signals)
        {
            score += WeightOf(signal);
        }

        return score;
    }

    private static int WeightOf(Signal signal) => signal switch
    {
        Signal.HiddenCode => 3,
        Signal.WriteOnly or Signal.OpenEnded => 2,
        _ => 1,
    };

    /// <summary>The level of a finding after its signals were weighed.</summary>
    public FindingLevel Raise(FindingLevel level, ImmutableArray<Signal> signals, Estimate? estimate)
    {
        var score = ScoreOf(signals);
        if (score >= ErrorScore || (score >= ErrorBytesScore && estimate?.RetainedBytes >= ErrorBytes && signals.Contains(Signal.NoRelease)))
        {
            return FindingLevel.Error;
        }

        return score >= WarningScore && level < FindingLevel.Warning ? FindingLevel.Warning : level;
    }
}
