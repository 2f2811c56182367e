using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Files;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Rules;

/// <summary>LL801 in scripts and Makefiles: <c>docker run</c> and what does the same.</summary>
internal static class RunMemory
{
    public static IEnumerable<Finding> Check(DeploymentContext context, RuleDescriptor rule)
    {
        foreach (var run in context.File.Runs)
        {
            if (OfLimit(rule, run) is { } missing)
            {
                yield return missing;
            }

            if (run.Find("oom-kill-disable") is { Value.Text: "" or "true" } disabled)
            {
                yield return DeploymentContext.Report(rule, rule.DefaultLevel, disabled.Span, "the container is not ended when memory runs out: it hangs, and others are ended in its place",
                    "Leave the kernel's last resort switched on", YamlWriter.Unsafe("oom-kill", "Remove --oom-kill-disable", "the container can be ended when memory runs out", Remove(context, disabled)));
            }

            if (run.Find("oom-score-adj") is { Value: { Text: "-1000" } score } spared)
            {
                yield return DeploymentContext.Report(rule, rule.DefaultLevel, spared.Span, "the container is never ended when memory runs out, whatever it takes: others are ended in its place",
                    "A score above -1000 keeps it last in line", YamlWriter.Unsafe("oom-score", "Raise it to -500", "the container can be ended, after all others", new TextEdit(score.Span, "-500")));
            }
        }
    }

    /// <summary>An option goes, and the blanks in front of it.</summary>
    public static TextEdit Remove(DeploymentContext context, ContainerOption option)
    {
        var start = option.Span.Start;
        while (start > 0 && (context.File.Text.Text[start - 1] is ' ' or '\t'))
        {
            start--;
        }

        return new TextEdit(TextSpan.FromBounds(start, option.Span.End), string.Empty);
    }

    /// <summary>Who sits in front of a container sees what it does: only those that go on by themselves are told.</summary>
    private static Finding? OfLimit(RuleDescriptor rule, ContainerRun run)
    {
        if (run.IsOpen || run.Find("memory") is not null || !(run.IsRestarted || run.IsOn("detach")))
        {
            return null;
        }

        var what = run.Image is { Text: var image } && !image.Contains('$', StringComparison.Ordinal) ? Container.NameOfImage(image) : "the container";
        return DeploymentContext.Report(rule, run.IsRestarted ? rule.DefaultLevel : FindingLevel.Note, run.Place, $"{what} may take all memory of the machine: it is run without a memory limit",
            "Run it with --memory", YamlWriter.Unsafe("memory-limit", "Set a memory limit of 512m", "the amount is a first guess", new TextEdit(new TextSpan(run.Place.End, 0), " --memory 512m")));
    }
}
