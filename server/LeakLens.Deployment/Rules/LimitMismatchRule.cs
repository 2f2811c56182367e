using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Facts;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Stores;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Deployment.Rules;

/// <summary>LL805: two numbers contradict each other: what a container may have, and what runs in it takes.</summary>
internal sealed class LimitMismatchRule : DeploymentRule
{
    public override string Id => "LL805";

    public override IEnumerable<Finding> Check(DeploymentContext context, RuleDescriptor rule)
    {
        foreach (var container in context.File.Containers)
        {
            if (container.Limit is not { Bytes: > 0 and var limit } given || given.Amount is not { Problem: Amounts.AmountProblem.None })
            {
                continue;
            }

            if (StoreFinder.Find(container) is { } store)
            {
                foreach (var found in CheckStore(context, rule, store, given, limit))
                {
                    yield return found;
                }
            }
            else if (ProgramFinder.Find(context.File, container, context.Facts) is var (program, processes) && CheckProgram(rule, container, program, processes, given, limit) is { } found)
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<Finding> CheckStore(DeploymentContext context, RuleDescriptor rule, StoreSettings store, MemoryValue given, double limit)
    {
        var (maximum, source) = store.MaxMemory is { } own ? (own, "") : FindMounted(context, store);
        if (maximum is not { Bytes: > 0 and var bytes })
        {
            yield break;
        }

        var share = bytes / limit;
        if (share * 100 <= rule.GetThreshold("store-percent"))
        {
            yield break;
        }

        var place = source.Length == 0 ? maximum.Span : given.Span;
        var level = share >= 1 ? rule.DefaultLevel : FindingLevel.Note;
        var better = $"{Math.Max(1, (long)(limit * 0.75 / (1 << 20)))}mb";
        var fix = source.Length == 0 ? YamlWriter.Unsafe("store-share", $"Keep at most {better}", "the store drops, or refuses, what is more", context.Write.Replace(place, better)) : null;
        yield return DeploymentContext.Report(rule, level, place, share >= 1
            ? $"the store may keep {maximum.Text}{source} and its container may have {given.Text}: it is ended before it is full"
            : $"the store may keep {maximum.Text}{source} of the {given.Text} that its container may have: buffers and a copy while it saves do not fit", "Leave the store three quarters of the limit", fix);
    }

    private static (MemoryValue? Maximum, string Source) FindMounted(DeploymentContext context, StoreSettings store)
    {
        foreach (var path in store.Container is { } container ? StoreFinder.MountedFiles(container) : [])
        {
            if (context.Facts.FindFile(ProgramFinder.Join(context.File.Folder, path)) is { Kind: DeploymentKind.RedisConfiguration } file)
            {
                return (StoreFinder.Find(file).Select(static settings => settings.MaxMemory).FirstOrDefault(), $" ({path})");
            }
        }

        return (null, "");
    }

    private static Finding? CheckProgram(RuleDescriptor rule, Container container, ProgramMemory program, int processes, MemoryValue given, double limit)
    {
        var each = processes == 1 ? "" : $" in each of {processes} processes";
        if (program.HeldBytes is { } held && (double)held * processes > limit)
        {
            return DeploymentContext.Report(rule, rule.DefaultLevel, given.Span,
                $"{program.Path} holds about {ByteText.Bytes(held)}{each} (line {program.Line}), and container {container.Name} may have {given.Text}: it is ended before it is done", "Let the program hold less, or give the container more");
        }

        if (program.BytesPerRun is { } bytes and > 0 && limit / ((double)bytes * processes) is var runs && runs < rule.GetThreshold("full-after-calls"))
        {
            return DeploymentContext.Report(rule, FindingLevel.Note, given.Span,
                $"each call leaves {ByteText.Bytes(bytes)} behind in {program.Path} (line {program.Line}): the {given.Text} of container {container.Name} are full after about {runs:#,0} calls", "Let the program let go of what it keeps: a limit only says when it ends");
        }

        return null;
    }
}
