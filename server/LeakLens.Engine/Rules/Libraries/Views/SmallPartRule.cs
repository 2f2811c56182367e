using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Engine.Rules.Libraries.Tensors;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Views;

/// <summary>LL902 where nobody knows the bytes: a loop collects parts of documents, arrays or texts that it reads one after the other; documents that are read bit by bit, and built as a whole.</summary>
internal sealed class SmallPartRule : Rule
{
    public override string Id => "LL902";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) =>
        context.Imports.Any(LibraryData.Instance.Set("views.modules")) ? Collected(context, rule).Concat(StreamedTrees.Check(context, rule)) : [];

    private static IEnumerable<Finding> Collected(RuleContext context, RuleDescriptor rule)
    {
        if (!context.NamedCalls.Names.Any(IsWhole))
        {
            yield break;
        }

        foreach (var (node, target, value) in Stores(context))
        {
            if (PartOfWhole.Of(context, value) is { IsPart: true } part && LoopOf(context, part.Whole, node) is { } loop && !LoopGrowth.IsStartedIn(context, target, loop) && !IsKept(context, part.Whole))
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Warning, node, $"{context.Text.Text[target.Start..target.End]} keeps the whole {part.What} of every trip: what is stored is a part that refers to it", $"Keep a copy of the part: {part.Copy}")
                    .With(part.Whole, $"this {part.What} is kept");
            }
        }
    }

    private static bool IsWhole(string name)
    {
        var data = LibraryData.Instance;
        return data.Set("views.soups").Contains(name) || data.Set("views.trees").Contains(name) || data.Set("views.arrays").Contains(name) || data.Set("views.matches").Contains(name);
    }

    /// <summary>What is put into collections: appended, or under a key.</summary>
    private static IEnumerable<(SyntaxNode Node, Expression Target, Expression Value)> Stores(RuleContext context)
    {
        foreach (var call in context.NamedCalls.OfMethod("append").Concat(context.NamedCalls.OfMethod("add")))
        {
            if (call is { Function: Python.Syntax.Attribute { Value: var list }, Arguments: [var item] })
            {
                foreach (var value in item is Python.Syntax.Tuple tuple ? tuple.Elements.AsEnumerable() : [item])
                {
                    yield return (call, list, value);
                }
            }
        }

        foreach (var whole in context.NamedCalls.Names.Where(IsWhole).SelectMany(context.NamedCalls.Of))
        {
            foreach (var loop in context.Code.LoopsAround(whole).TakeLast(1))
            {
                var finder = new KeyedStores();
                finder.VisitAll(loop is For each ? each.Body : ((While)loop).Body);
                foreach (var (assign, target) in finder.Found)
                {
                    yield return (assign, target.Value, assign.Value);
                }
            }
        }
    }

    /// <summary>The loop that makes the whole anew on each trip, and stores the part.</summary>
    private static Statement? LoopOf(RuleContext context, Call whole, SyntaxNode node) =>
        Repetitions.LoopAround(context, whole) is { } loop && context.Code.IsInside(node, loop) ? loop : null;

    /// <summary>The whole is stored, too.</summary>
    private static bool IsKept(RuleContext context, Call whole) => context.Code.ParentOf(whole) is Assign { Targets: [Name name] } && context.UsesOf(name).Any(use => ViewPlaces.IsKeeping(context.Code.ParentOf(use), use));

    private sealed class KeyedStores : SyntaxVisitor
    {
        public List<(Assign Assign, Subscript Target)> Found { get; } = [];

        public override void VisitAssign(Assign node)
        {
            if (node.Targets is [Subscript { Index: not Slice } target])
            {
                Found.Add((node, target));
            }
        }

        public override void VisitFunctionDef(FunctionDef node)
        {
        }
    }
}
