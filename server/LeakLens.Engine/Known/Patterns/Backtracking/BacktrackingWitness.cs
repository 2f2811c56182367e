namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>A family of texts on which a pattern takes far more steps than they have characters: the prefix, the pump any number of times, the suffix.</summary>
/// <param name="IsExponential">Each pump multiplies the steps; otherwise they grow with the square of their number or faster.</param>
internal sealed record BacktrackingWitness(string Prefix, string Pump, string Suffix, bool IsExponential)
{
    public string Text(int pumps) => string.Concat(Prefix, string.Concat(Enumerable.Repeat(Pump, pumps)), Suffix);
}
