using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Views;

/// <summary>LL902: <c>iterparse</c> hands out one element after the other, and keeps all of them in the tree that it builds meanwhile.</summary>
internal static class StreamedTrees
{
    public static IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var call in context.NamedCalls.Names.Where(LibraryData.Instance.Set("views.streams").Contains).SelectMany(context.NamedCalls.Of))
        {
            if (LoopOver(context, call) is { } loop && !IsOfNamespaces(call) && !LoopExits.HasAny(loop) && !IsEmptied(context, loop) && !GivesAway(context, loop))
            {
                yield return UncountedFinding.Of(rule, Repetitions.Of(context, call) is Repetition.Many ? FindingLevel.Warning : FindingLevel.Note, call, "The document is read bit by bit, and all of it is in memory at the end: the elements stay in their tree", "Empty each element when it is done: element.clear()");
            }
        }
    }

    /// <summary>The loop over it: at once, or by a name of which nothing else is asked, such as its root.</summary>
    private static For? LoopOver(RuleContext context, Call call) => context.Code.ParentOf(call) switch
    {
        For loop when ReferenceEquals(loop.Iterable, call) => loop,
        Assign { Targets: [Name name] } when context.Uses.OwnerOf(name) is { } owner && context.Uses.UsesOf(owner) is [_, var only] && context.Code.ParentOf(only) is For loop && ReferenceEquals(loop.Iterable, only) => loop,
        _ => null,
    };

    private static bool IsOfNamespaces(Call call) => call.Keywords.FirstOrDefault(static keyword => keyword.Name is "events")?.Value is { } events && events switch
    {
        Python.Syntax.Tuple tuple => tuple.Elements.All(static kind => kind is Constant { Value: "start-ns" or "end-ns" }),
        List list => list.Elements.All(static kind => kind is Constant { Value: "start-ns" or "end-ns" }),
        _ => false,
    };

    private static bool IsEmptied(RuleContext context, For loop) => context.Code.CallsWithin(loop).Any(static call => call.Function is Python.Syntax.Attribute { Name: var method } && LibraryData.Instance.Set("views.emptiers").Contains(method)) || Deletes(loop);

    private static bool Deletes(For loop)
    {
        var finder = new DeleteFinder();
        finder.VisitAll(loop.Body);
        return finder.Found;
    }

    /// <summary>Somebody else has the element: code that is not seen, a collection, whoever gets it from a generator, or the code behind the loop, for which the last one is the root of all.</summary>
    private static bool GivesAway(RuleContext context, For loop)
    {
        var element = loop.Target is Python.Syntax.Tuple { Elements: [_, Name second] } ? second : loop.Target as Name;
        return element is null || context.UsesOf(element).Any(use => !context.Code.IsInside(use, loop) ? use is Name { Context: ExpressionContext.Load } && use.Start > loop.End : context.Code.ParentOf(use) switch
        {
            Call call => !ReferenceEquals(call.Function, use) && context.Names.Resolve(call.Function) is not { IsCertain: true, Text: "builtins.print" or "builtins.len" or "builtins.list" or "builtins.str" or "builtins.iter" },
            Keyword or Yield or Return or Assign or Python.Syntax.Tuple { Context: ExpressionContext.Load } or List or Dict => true,
            _ => false,
        });
    }

    private sealed class DeleteFinder : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitDelete(Delete node) => Found = true;
    }
}
