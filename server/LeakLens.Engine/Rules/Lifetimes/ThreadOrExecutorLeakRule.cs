using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL406: threads, processes and executors that are started and never waited for or shut down.</summary>
internal sealed class ThreadOrExecutorLeakRule : Rule
{
    public override string Id => "LL406";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var use in context.Resources)
        {
            if (string.Equals(use.Resource.Rule, Id, StringComparison.Ordinal) && Judge(context, rule, use) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, ResourceUse use) => use.Resource.What switch
    {
        "thread" or "timer" => new StartedThread(context, rule, use).Judge(),
        "process" => OfProcess(context, rule, use),
        _ => OfExecutor(context, rule, use),
    };

    private static Finding? OfExecutor(RuleContext context, RuleDescriptor rule, ResourceUse use)
    {
        if (use.Fate is ResourceFate.Field)
        {
            return OfField(context, rule, use, $"shut down in {{0}}()");
        }

        if (!IsLeft(context, use))
        {
            return null;
        }

        var name = use.Place is Name variable ? variable.Id : $"This {use.Resource.What}";
        return UncountedFinding.Of(rule, FindingLevel.Note, use.Call, $"{name} is never shut down: its workers stay until it is collected, and nobody waits for what they still do", $"Use the {use.Resource.What} in a with statement");
    }

    private static Finding? OfProcess(RuleContext context, RuleDescriptor rule, ResourceUse use)
    {
        if (use.Fate is ResourceFate.Field)
        {
            return OfField(context, rule, use, "wait for it in {0}()");
        }

        if (!IsLeft(context, use) || IsDetached(use.Call))
        {
            return null;
        }

        var pipes = use.Call.Keywords.Any(keyword => keyword.Name is "stdout" or "stderr" && context.Names.TryResolve(keyword.Value, out var pipe) && pipe.Text is "subprocess.PIPE" or "asyncio.subprocess.PIPE");
        var variable = use.Fate is ResourceFate.Variable ? VariableUse.Of(context, (Name)use.Place, use.Resource) : null;
        var isUnread = pipes && (variable is not null ? !variable.Members.Contains("stdout") && !variable.Members.Contains("stderr") : use.Fate is ResourceFate.Discarded);
        var name = use.Place is Name target ? target.Id : "This process";
        // How much it writes is not known: what is started again and again is.
        var isHarmful = variable is not null ? !IsFed(context, variable) : Frequency.RunsOften(context, use.Call);
        return isUnread
            ? UncountedFinding.Of(rule, isHarmful ? FindingLevel.Warning : FindingLevel.Note, use.Call, $"{name} writes into a pipe that nothing reads, and is never waited for: once 64 KiB are in it, the process hangs", "Use subprocess.run(), or call communicate()")
            : UncountedFinding.Of(rule, FindingLevel.Note, use.Call, $"{name} is never waited for: when it has ended it stays in the process table", "Use subprocess.run(), or call wait() or communicate()");
    }

    /// <summary>All that the program has to do with it is to give it something: what takes a text to a clipboard or a printer says little. Code that nobody trusts is not excused.</summary>
    private static bool IsFed(RuleContext context, VariableUse variable) => context.Rules.TrustsPaths && variable.Members.Contains("stdin");

    private static Finding? OfField(RuleContext context, RuleDescriptor rule, ResourceUse use, string how)
    {
        if (FieldRelease.Missing(context, use) is not { Closer: { } closer } missing || (use.Resource.What is "process" && ToldToEnd.By(context, closer, use)))
        {
            return null;
        }

        var name = ((Python.Syntax.Attribute)use.Place).Name;
        var advice = string.Format(System.Globalization.CultureInfo.InvariantCulture, how, closer.Name);
        if (context.Rules.TrustsPaths && use.Resource.What is "process" && IsUsedIn(context, name, closer))
        {
            return UncountedFinding.Of(rule, FindingLevel.Note, use.Call, $"{name} is never waited for: {closer.Name}() uses it, and when it has ended it stays in the process table", "Call wait() behind it");
        }

        return UncountedFinding.Of(rule, FindingLevel.Warning, use.Call, $"{name} outlives {closer.Name}(): this {use.Resource.What} is never ended", char.ToUpperInvariant(advice[0]) + advice[1..])
            .With(closer, $"{closer.Name}() is how {missing.Type.Name} is let go of");
    }

    /// <summary><c>self.process.stdin.close()</c>, which it is told of, or <c>os.kill(self.process.pid, 9)</c>.</summary>
    private static bool IsUsedIn(RuleContext context, string name, FunctionDef closer) =>
        context.Uses.AttributesNamed(name).Any(use => context.Code.ClassOfSelf(use) is not null && context.Code.IsInside(use, closer));

    /// <summary>Nothing ends it, and nothing else could.</summary>
    private static bool IsLeft(RuleContext context, ResourceUse use) => use.Fate switch
    {
        ResourceFate.Discarded => true,
        ResourceFate.Unnamed => use.Member is { } member && !use.Resource.Release.Contains(member),
        ResourceFate.Variable => VariableUse.Of(context, (Name)use.Place, use.Resource) is { Escapes: false, Releases.Count: 0 },
        _ => false,
    };

    /// <summary>It is meant to live on by itself.</summary>
    private static bool IsDetached(Call call) =>
        call.Keywords.Any(static keyword => keyword.Name is "start_new_session" or "preexec_fn" or "creationflags" or "process_group" or "daemon" or null);
}
