using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Suppressions;

namespace LeakLens.Workspace.Reports;

/// <summary>What enumerations are called in reports, configuration and options: lower case, words joined by hyphens.</summary>
public static class JsonNames
{
    public static string Of(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        _ => "note",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Block => "block",
        Verdict.Review => "review",
        _ => "allow",
    };

    public static string Of(Applicability applicability) => applicability == Applicability.Safe ? "safe" : "unsafe";

    public static string Of(FixAvailability fix) => fix switch
    {
        FixAvailability.Safe => "safe",
        FixAvailability.Review => "review",
        _ => "none",
    };

    public static string Of(GrowthBound bound) => bound switch
    {
        GrowthBound.Finite => "finite",
        GrowthBound.Unbounded => "unbounded",
        _ => "unknown",
    };

    public static string Of(Lifetime lifetime) => lifetime switch
    {
        Lifetime.Function => "function",
        Lifetime.Caller => "caller",
        Lifetime.Closure => "closure",
        Lifetime.Instance => "instance",
        Lifetime.Class => "class",
        Lifetime.Module => "module",
        Lifetime.Process => "process",
        _ => "escaped",
    };

    public static string Of(Signal signal) => signal switch
    {
        Signal.Repetition => "repetition",
        Signal.Size => "size",
        Signal.Persistence => "persistence",
        Signal.NoRelease => "no-release",
        Signal.Tracing => "tracing",
        Signal.UnenforcedReading => "unenforced-reading",
        Signal.WriteOnly => "write-only",
        Signal.Carrier => "carrier",
        Signal.Cycle => "cycle",
        Signal.HiddenCode => "hidden-code",
        _ => "open-ended",
    };

    public static string Of(SuppressionKind kind) => kind switch
    {
        SuppressionKind.Line => "line",
        SuppressionKind.Statement => "statement",
        SuppressionKind.Range => "range",
        SuppressionKind.File => "file",
        SuppressionKind.Noqa => "noqa",
        SuppressionKind.Allowance => "allowance",
        SuppressionKind.Baseline => "baseline",
        _ => "run",
    };

    public static string Of(Multiplicity multiplicity) => multiplicity switch
    {
        Multiplicity.PerCall => "per-call",
        Multiplicity.PerRequest => "per-request",
        Multiplicity.Periodic => "periodic",
        _ => "once",
    };
}
