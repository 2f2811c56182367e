using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL407: tasks that nobody keeps, cancels or waits for, and coroutines that nobody awaits.</summary>
internal sealed class AsyncioTaskLeakRule : Rule
{
    public override string Id => "LL407";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var use in context.Resources)
        {
            if (string.Equals(use.Resource.Rule, Id, StringComparison.Ordinal) && Judge(context, rule, use) is { } finding)
            {
                yield return finding;
            }
        }

        if (!context.Code.Functions.Any(static function => function.IsAsync))
        {
            yield break;
        }

        foreach (var call in context.Code.Calls)
        {
            if (context.Code.ParentOf(call) is Expr && Definitions.FunctionOf(context, call.Function) is { IsAsync: true } function && function.Decorators.IsEmpty && !IsNeverReached(context, call))
            {
                yield return OfCoroutine(context, rule, call, function);
            }
        }
    }

    private static Finding? Judge(RuleContext context, RuleDescriptor rule, ResourceUse use) => use.Fate switch
    {
        ResourceFate.Discarded => OfTask(context, rule, use, "Nobody keeps this task"),
        ResourceFate.Kept => OfKept(context, rule, use, (Call)use.Place),
        ResourceFate.Variable when KeeperOf(context, use) is { } keeper => OfKept(context, rule, use, keeper),
        ResourceFate.Variable when VariableUse.Of(context, (Name)use.Place, use.Resource) is { Escapes: false, Releases.Count: 0 } => OfTask(context, rule, use, $"Nobody waits for {((Name)use.Place).Id}, cancels it or keeps it"),
        ResourceFate.Field => OfField(context, rule, use),
        _ => null,
    };

    private static Finding OfTask(RuleContext context, RuleDescriptor rule, ResourceUse use, string who)
    {
        var loop = context.Code.LoopsAround(use.Call).FirstOrDefault(loop => LaterTrips.MayFollow(context, use.Call, loop));
        var isEndless = loop is For { IsAsync: true } || (loop is While endless && EndlessLoops.IsAlwaysTrue(endless.Test));
        return loop is null || !isEndless
            ? UncountedFinding.Of(rule, FindingLevel.Note, use.Call, $"{who}: the event loop refers to it only weakly and may drop it half-way, and nobody sees it fail", "Keep it in a set and let task.add_done_callback(tasks.discard) take it out, or use asyncio.TaskGroup")
            : UncountedFinding.Of(rule, FindingLevel.Warning, use.Call, $"{who}, and every trip starts another: nothing limits how many there are at once", "Use asyncio.TaskGroup, or a semaphore that each task waits for")
                .With(loop, "this loop does not wait for them");
    }

    /// <summary>The collection that the variable's task is put into, where nothing is done with it when it is done.</summary>
    private static Call? KeeperOf(RuleContext context, ResourceUse use)
    {
        var variable = VariableUse.Of(context, (Name)use.Place, use.Resource);
        return variable is { Releases.Count: 0, Keepers: [var keeper] } ? keeper : null;
    }

    /// <summary>A collection of the module or of an object that nothing takes finished tasks out of. Numbers, where the evaluation has them, come from the growth.</summary>
    private static Finding? OfKept(RuleContext context, RuleDescriptor rule, ResourceUse use, Call keeper)
    {
        if (keeper.Function is not Python.Syntax.Attribute { Value: var tasks } || !IsLasting(context, tasks) || context.IsTended(tasks, context.Code.FunctionAround(keeper))
            || IsSpread(context, tasks) || Definitions.RunsOnce(context, keeper) || context.Facts.Growths.Any(growth => ReferenceEquals(growth.Node, keeper)))
        {
            return null;
        }

        var name = (tasks as Name)?.Id ?? ((Python.Syntax.Attribute)tasks).Name;
        return UncountedFinding.Of(rule, FindingLevel.Warning, keeper, $"{name} keeps every task that was ever started, finished ones too, and never drops one", $"Let each task take itself out when it is done: task.add_done_callback({name}.remove)")
            .With(use.Call, "a task starts here");
    }

    /// <summary>A list or set that the module makes, or the class of the object whose method this is.</summary>
    private static bool IsLasting(RuleContext context, Expression container)
    {
        var isLasting = container switch
        {
            Name name => context.Uses.OwnerOf(name) is { } owner && context.Uses.IsOfModule(owner),
            Python.Syntax.Attribute attribute => context.Code.ClassOfSelf(attribute) is not null,
            _ => false,
        };
        return isLasting && context.UsesOf(container).Any(use => context.Code.ParentOf(use) switch
        {
            Assign assign => !ReferenceEquals(assign.Value, use) && IsNewCollection(assign.Value),
            AnnAssign { Value: { } value } => IsNewCollection(value),
            _ => false,
        });
    }

    /// <summary>All of it is handed to somebody at once, as gather(*tasks) and wait(tasks) are: the program has an end in mind.</summary>
    private static bool IsSpread(RuleContext context, Expression container) =>
        context.UsesOf(container).Any(use => context.Code.ParentOf(use) is Starred or Call { Function: not Name { Id: "len" or "print" } } or Return or Keyword);

    /// <summary>An empty list or set, or one of a few.</summary>
    private static bool IsNewCollection(Expression value) => value is List or Set or Call { Function: Name { Id: "list" or "set" }, Arguments.IsEmpty: true };

    private static Finding? OfField(RuleContext context, RuleDescriptor rule, ResourceUse use)
    {
        // Tasks are ended by other means than cancel() as well: by a flag, or a last item in a queue. One that has no way out is not.
        if (use.Call.Arguments is not [Call { Function: var called }] || Definitions.FunctionOf(context, called) is not { } work || !EndlessLoops.Has(work)
            || FieldRelease.Missing(context, use) is not { Closer: { } closer } missing)
        {
            return null;
        }

        var name = ((Python.Syntax.Attribute)use.Place).Name;
        return UncountedFinding.Of(rule, FindingLevel.Warning, use.Call, $"{name} is never cancelled: {closer.Name}() leaves the task running, and it keeps the object", $"Call {name}.cancel() in {closer.Name}() and await the task")
            .With(closer, $"{closer.Name}() is how {missing.Type.Name} is let go of");
    }

    /// <summary>The end of a <c>with</c> that cannot begin: <c>__enter__</c> only raises, as it does in what is there for <c>async with</c>.</summary>
    private static bool IsNeverReached(RuleContext context, Call call) => context.Code.FunctionAround(call) is FunctionDef { Name: "__exit__" } end && context.Code.ClassOf(end) is { } type
        && Definitions.MethodOf(context, type, "__enter__") is { Body: var begin } && begin.Any(static statement => statement is Raise) && begin.All(static statement => statement is Raise or Expr { Value: Constant });

    private static Finding OfCoroutine(RuleContext context, RuleDescriptor rule, Call call, FunctionDef function)
    {
        var isGenerator = context.Code.IsGenerator(function);
        var message = isGenerator
            ? $"{function.Name}() only makes an async generator here: none of its code runs"
            : $"{function.Name}() is never awaited: none of its code runs, and the coroutine is thrown away";
        return UncountedFinding.Of(rule, FindingLevel.Warning, call, message, isGenerator ? "Iterate over it with async for" : "Write await in front of it")
            .With(function, "an async function");
    }
}
