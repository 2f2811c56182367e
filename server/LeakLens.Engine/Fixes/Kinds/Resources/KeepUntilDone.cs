using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Resources;

/// <summary>A task is held until it is done, and no longer: <c>task.add_done_callback(tasks.discard)</c>.</summary>
internal sealed class KeepUntilDone : FixProvider
{
    private const string Set = "background_tasks";
    private const string Variable = "task";

    public override string Kind => "keep-until-done";

    public override ImmutableArray<string> Rules => ["LL407"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        var use = context.Rules.Resources.FirstOrDefault(use => use.Call.Span == context.Finding.Span || (use.Fate is ResourceFate.Kept && use.Place.Span == context.Finding.Span));
        return context.Node<Call>() is not { } call || context.Code.StatementAround(call) is not { } statement ? []
            : use?.Fate switch
            {
                ResourceFate.Kept => OfKept(context, call, statement),
                ResourceFate.Discarded when statement is Expr => OfLost(context, use, statement),
                ResourceFate.Variable when use.Place is Name name => OfVariable(context, name, statement),
                _ => OfAdded(context, call, statement),
            };
    }

    /// <summary><c>TASKS.add(asyncio.create_task(...))</c>.</summary>
    private static IEnumerable<Fix> OfKept(FixContext context, Call call, Statement statement)
    {
        if (statement is not Expr { Value: Call { Function: Attribute { Name: "add" or "append" } method, Arguments: [var task] } } || !IsFree(context, statement, Variable))
        {
            return [];
        }

        _ = call;
        var holder = context.TextOf(method.Value);
        var writer = context.Write().Replace(task, Variable).InsertBefore(statement, $"{Variable} = {context.TextOf(task)}").InsertAfter(statement, Done(Variable, holder, method.Name));
        return writer.Done($"Take it out of {holder} when it is done", Applicability.Unsafe, $"{holder} holds only what still runs");
    }

    /// <summary><c>self.jobs.append(job)</c>, of a job that was made before.</summary>
    private static IEnumerable<Fix> OfAdded(FixContext context, Call call, Statement statement)
    {
        if (call is not { Function: Attribute { Name: "add" or "append" } method, Arguments: [Name task] } || statement is not Expr)
        {
            return [];
        }

        var holder = context.TextOf(method.Value);
        return context.Write().InsertAfter(statement, Done(task.Id, holder, method.Name)).Done($"Take it out of {holder} when it is done", Applicability.Unsafe, $"{holder} holds only what still runs");
    }

    private static IEnumerable<Fix> OfLost(FixContext context, ResourceUse use, Statement statement)
    {
        if (TopOf(context, statement) is not { } top || !IsFree(context, statement, Variable) || !IsFree(context, statement, Set))
        {
            return [];
        }

        var writer = context.Write().InsertBefore(top, $"{Set} = set()", string.Empty, string.Empty)
            .Replace(statement, $"{Variable} = {context.TextOf(use.Call)}").InsertAfter(statement, $"{Set}.add({Variable})", Done(Variable, Set, "add"));
        return writer.Done($"Hold the task in {Set} until it is done", Applicability.Unsafe, "the event loop can no longer drop it half-way");
    }

    private static IEnumerable<Fix> OfVariable(FixContext context, Name name, Statement statement)
    {
        if (statement is not Assign || TopOf(context, statement) is not { } top || !IsFree(context, statement, Set))
        {
            return [];
        }

        var writer = context.Write().InsertBefore(top, $"{Set} = set()", string.Empty, string.Empty).InsertAfter(statement, $"{Set}.add({name.Id})", Done(name.Id, Set, "add"));
        return writer.Done($"Hold {name.Id} in {Set} until it is done", Applicability.Unsafe, "the event loop can no longer drop it half-way");
    }

    private static string Done(string task, string holder, string method) => $"{task}.add_done_callback({holder}.{(method is "add" ? "discard" : "remove")})";

    /// <summary>The statement of the module in which another stands.</summary>
    private static Statement? TopOf(FixContext context, Statement statement) => context.Tree.Root.Body.FirstOrDefault(top => context.Code.IsInside(statement, top));

    private static bool IsFree(FixContext context, Statement statement, string name) =>
        context.Tree.GetScopes().Module.Find(name) is null && (context.Code.FunctionAround(statement) is not { } function || context.Tree.GetScopes().GetScope(function).Find(name) is null);
}
