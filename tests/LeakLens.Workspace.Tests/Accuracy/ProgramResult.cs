using LeakLens.Engine.Findings;

namespace LeakLens.Workspace.Tests.Accuracy;

/// <summary>What was claimed about a program beside what is true. The definitions stand in docs/accuracy.md.</summary>
internal sealed record ProgramResult(MeasuredProgram Program, double Claimed, bool NamesHolder, FindingLevel? Told = null, Verdict Gate = Verdict.Allow)
{
    /// <summary>What holds so much and more has to be stopped by a gate.</summary>
    public const double MustBeStopped = 10_000_000;

    private const double LeastFound = 0.5;
    private const double MostOverTwin = 2;

    public static ProgramResult Of(MeasuredProgram program)
    {
        var claim = Claim.Of(program);
        return new ProgramResult(program, claim.Bytes, HolderMatch.IsRight(claim, program), claim.Told, claim.Gate);
    }

    public bool IsFound => Program.Grows && Claimed >= LeastFound * Program.Truth;

    public bool IsFalseAlarm => !Program.Grows && Claimed > Math.Max(MeasuredProgram.LeastGrowth, MostOverTwin * Program.Truth);

    /// <summary>By how much of the truth the claim is off; 1 when nothing was claimed.</summary>
    public double Error => Math.Abs(Claimed - Program.Truth) / Program.Truth;
}
