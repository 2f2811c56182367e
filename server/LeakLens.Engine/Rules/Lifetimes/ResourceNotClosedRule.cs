using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL408: a file, socket, connection or descriptor is opened, and nothing closes it on some way out.</summary>
/// <remarks>
/// CPython closes most of them when the last reference goes: those are notes. Warnings are what stays open: descriptors, which are plain
/// numbers, and what an object keeps that has a <c>close()</c> of its own which forgets it.
/// </remarks>
internal sealed class ResourceNotClosedRule : Rule
{
    public override string Id => "LL408";

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

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, ResourceUse use) => use.Fate switch
    {
        ResourceFate.Discarded => OfDiscarded(context, rule, use),
        ResourceFate.Unnamed => OfUnnamed(rule, use),
        ResourceFate.Variable => OfVariable(context, rule, use),
        ResourceFate.Field => OfField(context, rule, use),
        _ => null,
    };

    private static Finding? OfDiscarded(RuleContext context, RuleDescriptor rule, ResourceUse use)
    {
        if (IsRedirection(context, use))
        {
            return null;
        }

        var message = use.Resource.StaysWhenDropped
            ? $"This {use.Resource.What} is lost: nothing can close it any more, and it stays open until the process ends"
            : $"This {use.Resource.What} is opened and dropped at once";
        return UncountedFinding.Of(rule, LevelOf(context, use), use.Call, message, Advice(use));
    }

    /// <summary>A daemon closes its standard streams, and what it opens next takes their numbers.</summary>
    private static bool IsRedirection(RuleContext context, ResourceUse use) => context.Code.ParentOf(use.Call) is Expr && use.Resource is { What: "descriptor", Items.IsEmpty: true }
        && Definitions.CallsBefore(context, use.Call, LifetimeData.Instance.Set("renumbering"));

    private static Finding? OfUnnamed(RuleDescriptor rule, ResourceUse use)
    {
        // What is closed where it is made is opened for its effect: open(path, "w").close().
        // A descriptor is a number, and has no members.
        if (use.Member is { } member && (use.Resource.Release.Contains(member) || use.Resource is { What: "descriptor", Items.IsEmpty: true }))
        {
            return null;
        }

        var message = use.Resource.StaysWhenDropped
            ? $"This {use.Resource.What} has no name to close it by, and stays open until the process ends"
            : $"This {use.Resource.What} has no name to close it by: it stays open until it is collected";
        return UncountedFinding.Of(rule, use.Resource.StaysWhenDropped ? FindingLevel.Warning : FindingLevel.Note, use.Call, message, Advice(use));
    }

    private static Finding? OfVariable(RuleContext context, RuleDescriptor rule, ResourceUse use)
    {
        var name = (Name)use.Place;
        var variable = VariableUse.Of(context, name, use.Resource);
        if (variable.Escapes)
        {
            return null;
        }

        if (variable.Releases.Count > 0)
        {
            return new ReleasePaths(context, rule, use, name).Judge();
        }

        if (use.Resource.What is "descriptor" && HoldsLock(context, name))
        {
            return null;
        }

        var message = use.Resource.StaysWhenDropped
            ? $"{name.Id} is never closed: this {use.Resource.What} stays open until the process ends"
            : $"{name.Id} is never closed: this {use.Resource.What} stays open until it is collected";
        return UncountedFinding.Of(rule, LevelOf(context, use), use.Call, message, Advice(use));
    }

    /// <summary>A lock on a file is held as long as its descriptor is open: one that is taken and never given back is meant to last as long as the process.</summary>
    private static bool HoldsLock(RuleContext context, Name name)
    {
        var function = context.Code.FunctionAround(name);
        var locks = context.Code.Calls.Where(call => call.Arguments is [Name locked, _, ..] && string.Equals(locked.Id, name.Id, StringComparison.Ordinal)
            && IsLocking(context, call) && ReferenceEquals(context.Code.FunctionAround(call), function)).ToArray();
        return locks.Length > 0 && !Array.Exists(locks, call => context.Names.Resolve(call.Arguments[1])?.Text is "fcntl.LOCK_UN");
    }

    private static bool IsLocking(RuleContext context, Call call) => context.Names.Resolve(call.Function)?.Text switch
    {
        "fcntl.flock" or "fcntl.lockf" => true,
        "fcntl.fcntl" => context.Names.Resolve(call.Arguments[1])?.Text is "fcntl.F_SETLK" or "fcntl.F_SETLKW",
        _ => false,
    };

    private static Finding? OfField(RuleContext context, RuleDescriptor rule, ResourceUse use)
    {
        if (FieldRelease.Missing(context, use) is not { } missing)
        {
            return null;
        }

        var name = ((Python.Syntax.Attribute)use.Place).Name;
        if (missing.Closer is not { } closer)
        {
            var message = $"{name} is never closed, and {missing.Type.Name} has no method that could: this {use.Resource.What} stays open as long as the object";
            return UncountedFinding.Of(rule, FindingLevel.Note, use.Call, message, $"Give {missing.Type.Name} a close() that closes {name}, and use it in a with statement");
        }

        if (IsUsedIn(context, closer, use))
        {
            return UncountedFinding.Of(rule, use.Resource.StaysWhenDropped ? FindingLevel.Warning : FindingLevel.Note, use.Call, $"{name} is never closed: {closer.Name}() uses it, and leaves it open", $"Close {name} in {closer.Name}()")
                .With(closer, $"{closer.Name}() is how {missing.Type.Name} is let go of");
        }

        if (context.Rules.TrustsPaths && !use.Resource.StaysWhenDropped && Periods.BeginningOf(context, missing.Type, closer, use) is { } beginning)
        {
            return UncountedFinding.Of(rule, FindingLevel.Note, use.Call, $"{name} is never closed: {closer.Name}() ends what {beginning.Name}() may begin again, and nothing ends the object", $"Give {missing.Type.Name} a close() that closes {name}, and use it in a with statement")
                .With(beginning, $"{beginning.Name}() uses it again");
        }

        var isUsed = Periods.UsesIt(context, closer, (Python.Syntax.Attribute)use.Place);
        return UncountedFinding.Of(rule, IsOfService(context, use) ? FindingLevel.Note : FindingLevel.Warning, use.Call, $"{name} is never closed: {closer.Name}() {(isUsed ? "uses it, and leaves it open" : "does not touch it")}", $"Close {name} in {closer.Name}()")
            .With(closer, $"{closer.Name}() is how {missing.Type.Name} is let go of");
    }

    /// <summary>It may be shut down, which is most of it. Code that nobody trusts is not excused.</summary>
    private static bool IsUsedIn(RuleContext context, FunctionDef closer, ResourceUse use) => context.Rules.TrustsPaths && use.Place is Python.Syntax.Attribute field
        && context.Uses.AttributesNamed(field.Name).Any(other => context.Code.IsInside(other, closer) && !VariableUse.IsOfOther(context.Code.ClassOfSelf(other), context.Code.ClassOfSelf(field)));

    /// <summary>The method that opens it never comes back: it serves as long as the process. Code that nobody trusts is not excused.</summary>
    private static bool IsOfService(RuleContext context, ResourceUse use) => context.Rules.TrustsPaths && context.Code.FunctionAround(use.Call) is FunctionDef function && EndlessLoops.Has(function);

    /// <summary>At the end of a program everything is closed.</summary>
    private static FindingLevel LevelOf(RuleContext context, ResourceUse use) =>
        use.Resource.StaysWhenDropped && !Definitions.RunsOnce(context, use.Call) ? FindingLevel.Warning : FindingLevel.Note;

    private static string Advice(ResourceUse use) => use.Resource.What switch
    {
        "descriptor" => "Close it with os.close() in a finally block, or hand it to os.fdopen() in a with statement",
        "browser" => "Call quit() in a finally block",
        _ => "Open it in a with statement",
    };
}
