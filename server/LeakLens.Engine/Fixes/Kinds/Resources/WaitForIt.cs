using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Resources;

/// <summary>A process or coroutine that was only started is waited for.</summary>
internal sealed class WaitForIt : FixProvider
{
    public override string Kind => "wait-for-it";

    public override ImmutableArray<string> Rules => ["LL406", "LL407"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } call || context.Code.StatementAround(call) is not { } statement)
        {
            return [];
        }

        var use = context.Rules.Resources.FirstOrDefault(use => ReferenceEquals(use.Call, call));
        if (use is null && context.Finding.Rule.Id is "LL407" && statement is Expr && context.Code.FunctionAround(call) is FunctionDef { IsAsync: true })
        {
            return context.Write().Insert(call.Start, "await ").Done("Await it", Applicability.Unsafe, "its code runs now");
        }

        return use switch
        {
            { Resource.What: "process", Fate: ResourceFate.Discarded } when statement is Expr && context.Rules.Names.TryResolve(call.Function, out var name) && name.Text is "subprocess.Popen" => Run(context, call),
            { Resource.What: "thread", Fate: ResourceFate.Variable, Place: Name thread } => Join(context, thread),
            _ => [],
        };
    }

    private static IEnumerable<Fix> Run(FixContext context, Call call)
    {
        var writer = context.Write();
        var run = call.Function is Attribute attribute ? $"{context.TextOf(attribute.Value)}.run" : writer.Import("subprocess", "run", call);
        return writer.Replace(call.Function, run).Done("Run it and wait for its end (subprocess.run)", Applicability.Unsafe, "the program waits for the process");
    }

    /// <summary>Whoever waited for it would wait for ever.</summary>
    private static bool NeverEnds(FixContext context, Name thread) =>
        context.Code.ParentOf(thread) is not Assign { Value: Call made } || made.Keywords.FirstOrDefault(static keyword => keyword.Name is "target")?.Value is not { } target
        || Definitions.FunctionOf(context.Rules, target) is not { } function || EndlessLoops.Has(function);

    private static IEnumerable<Fix> Join(FixContext context, Name thread)
    {
        var start = context.Rules.Uses.OwnerOf(thread) is { } owner
            ? context.Rules.Uses.UsesOf(owner).Select(use => context.Code.ParentOf(use)).OfType<Attribute>().FirstOrDefault(static attribute => attribute.Name is "start") : null;
        return start is null || NeverEnds(context, thread) || context.Code.StatementAround(start) is not Expr statement || context.Code.BlockOf(statement) is not [.., var last]
            ? []
            : context.Write().InsertAfter(last, $"{thread.Id}.join()").Done($"Wait for {thread.Id}", Applicability.Unsafe, "the function ends when the thread does");
    }
}
