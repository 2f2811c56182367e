using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>A thread or timer that nobody joins: whether it ends by itself, and how often it is started.</summary>
internal sealed class StartedThread
{
    private readonly RuleContext _context;
    private readonly RuleDescriptor _rule;
    private readonly ResourceUse _use;

    public StartedThread(RuleContext context, RuleDescriptor rule, ResourceUse use)
    {
        _context = context;
        _rule = rule;
        _use = use;
    }

    public Finding? Judge()
    {
        if (_use.Fate is ResourceFate.Field)
        {
            return OfField();
        }

        var variable = _use.Fate is ResourceFate.Variable ? VariableUse.Of(_context, (Name)_use.Place, _use.Resource) : null;
        var isStarted = variable is not null ? variable.Members.Contains("start") : _use.Member is "start";
        if (!isStarted || variable is { Escapes: true } or { Releases.Count: > 0 })
        {
            return null;
        }

        return _use.Resource.What is "timer" ? OfTimer(variable is null) : OfThread();
    }

    /// <summary>A timer whose function starts it again runs for ever, and without a name nobody can cancel it.</summary>
    private Finding? OfTimer(bool isUnnamed)
    {
        if (Target("function", 1) is not { } target || !ReferenceEquals(target, _context.Code.FunctionAround(_use.Call)) || IsConditional(target))
        {
            return null;
        }

        var message = $"{target.Name} starts itself again and again by a timer that nobody can cancel: it keeps the process, and all it refers to, for ever";
        return UncountedFinding.Of(_rule, isUnnamed ? FindingLevel.Warning : FindingLevel.Note, _use.Call, message, "Run a loop in one thread and let it wait for an Event that ends it, or keep the timer and cancel() it");
    }

    /// <summary>It asks each time whether to go on.</summary>
    private bool IsConditional(FunctionDef target) => _context.Code.Around(_use.Call).TakeWhile(around => !ReferenceEquals(around, target)).Any(static around => around is If)
        || target.Body.Any(static statement => statement is If { Body: [.., Return] });

    /// <summary>So many workers: a pool.</summary>
    private static bool IsCounted(Statement loop) => loop is For { Iterable: Call { Function: Name { Id: "range" } } };

    private Finding? OfThread()
    {
        var target = Target("target", 1);
        var isEndless = target is not null && EndlessLoops.NeverReturns(target);
        var isRepeated = _context.Code.LoopsAround(_use.Call).Any(loop => !(isEndless && IsCounted(loop)));
        if (isEndless && isRepeated && target is not null)
        {
            return UncountedFinding.Of(_rule, FindingLevel.Warning, _use.Call, $"Every trip starts a thread that never ends: {target.Name} has no way out of its loop", "Start one thread, and give it its work through a queue.Queue(maxsize=...)")
                .With(target, $"{target.Name} runs for ever");
        }

        if (Definitions.RunsOnce(_context, _use.Call))
        {
            return null;
        }

        if (isEndless && target is not null)
        {
            return UncountedFinding.Of(_rule, FindingLevel.Note, _use.Call, $"Every call of this code starts a thread that never ends: {target.Name} has no way out of its loop", "Let the loop wait for a threading.Event, set it in close(), and join the thread")
                .With(target, $"{target.Name} runs for ever");
        }

        return isRepeated
            ? UncountedFinding.Of(_rule, FindingLevel.Note, _use.Call, "Every trip starts a thread that nobody waits for: there may be as many at once as there are trips", "Use a ThreadPoolExecutor with max_workers, in a with statement")
            : null;
    }

    private Finding? OfField()
    {
        if (_use.Resource.What is not "timer" || FieldRelease.Missing(_context, _use) is not { Closer: { } closer } missing)
        {
            // A thread that an object keeps is told to stop by other means than join() more often than not.
            return null;
        }

        var name = ((Python.Syntax.Attribute)_use.Place).Name;
        return UncountedFinding.Of(_rule, FindingLevel.Warning, _use.Call, $"{name} is never cancelled: {closer.Name}() leaves the timer running, and it keeps the object", $"Call {name}.cancel() in {closer.Name}()")
            .With(closer, $"{closer.Name}() is how {missing.Type.Name} is let go of");
    }

    private FunctionDef? Target(string keyword, int position)
    {
        var given = _use.Call.Keywords.FirstOrDefault(argument => string.Equals(argument.Name, keyword, StringComparison.Ordinal))?.Value ?? (_use.Call.Arguments.Length > position ? _use.Call.Arguments[position] : null);
        return given is null ? null : Definitions.FunctionOf(_context, given);
    }
}
