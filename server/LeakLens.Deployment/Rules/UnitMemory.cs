using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Files;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Deployment.Rules;

/// <summary>LL801 in units of systemd. Most units need no limit: those that run Python or a store are asked for one.</summary>
internal static class UnitMemory
{
    public static IEnumerable<Finding> Check(DeploymentContext context, RuleDescriptor rule)
    {
        var settings = context.File.Settings;
        var start = settings.FirstOrDefault(static setting => setting.Name is "execstart");
        var isLimited = settings.Any(static setting => setting.Name is "memorymax" or "memoryhigh" or "memorylimit" or "slice" && setting.Value.Text is not "infinity");
        if (start is not null && !isLimited && Programs.IsGreedy(start.Values))
        {
            var fix = YamlWriter.Unsafe("memory-limit", "Set MemoryMax=512M", "the amount is a first guess", context.Write.AddLineBelow(start.Span.End, "MemoryMax=512M"));
            yield return DeploymentContext.Report(rule, rule.DefaultLevel, start.Span, $"{Programs.NameOf(start.Values)} may take all memory of the machine: the unit has no MemoryMax",
                "Set MemoryMax to what it needs at its worst", fix);
        }

        if (settings.FirstOrDefault(static setting => setting.Name is "oomscoreadjust") is { Value.Text: "-1000" } spared)
        {
            yield return DeploymentContext.Report(rule, rule.DefaultLevel, spared.Span, "the service is never ended when memory runs out, whatever it takes: others are ended in its place",
                "A score above -1000 keeps it last in line", YamlWriter.Unsafe("oom-score", "Raise it to -500", "the service can be ended, after all others", new TextEdit(spared.Value.Span, "-500")));
        }
    }
}
