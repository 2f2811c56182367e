using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL108: a list is made of all items, and its only use takes one after the other.</summary>
internal sealed class EagerMaterialisationRule : Rule
{
    public override string Id => "LL108";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var uses = new OnePassFinder(context);
        var source = new ListSource(context, uses);
        var sized = new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance);
        foreach (var allocation in context.Facts.Allocations)
        {
            sized.Add(allocation.Node);
            if (OfSize(allocation, context, rule, source, uses) is { } finding)
            {
                yield return finding;
            }
        }

        var library = new EagerLibraryCalls(context, uses, source);
        foreach (var call in context.Code.Calls)
        {
            if (library.Of(call) is var (message, advice))
            {
                yield return Tell(rule, FindingLevel.Note, 0.7, call, message, advice, bytes: null);
            }

            var made = call.Arguments is [ListComp list] && !sized.Contains(list) ? list : (Expression)call;
            if (!sized.Contains(made) && OfSyntax(made, context, rule, source, uses) is { } use)
            {
                yield return Tell(rule, FindingLevel.Note, 0.7, made, EagerText.Message(use, source.FileOf(made) is not null), EagerText.Advice(made, use, source), bytes: null);
            }
        }
    }

    /// <summary>The evaluator knows how much the list takes.</summary>
    private static Finding? OfSize(AllocationFact allocation, RuleContext context, RuleDescriptor rule, ListSource source, OnePassFinder uses)
    {
        if (allocation.Node is not Expression made || !(made is ListComp list ? !ListSource.IsAsynchronous(list) : source.CopiedBy(made) is not null) || uses.Of(made) is not { } use
            || (use.Kind == OnePassKind.Question && made is ListComp answers && !source.IsPure(answers)) || !SourceGuard.IsQuiet(made, use, context))
        {
            return null;
        }

        var saved = source.IsOfExisting(made) ? allocation.OwnBytes : allocation.Bytes;
        var bytes = saved.Low;
        // What is too large wherever it is made is told as that, once.
        if (bytes < rule.GetThreshold("note-bytes") || (context.Rules.Find("LL110") is { } oversized && allocation.Bytes.Low >= oversized.GetThreshold("warning-bytes")))
        {
            return null;
        }

        var level = bytes >= rule.GetThreshold("warning-bytes") ? FindingLevel.Warning : FindingLevel.Note;
        return Tell(rule, level, saved.IsExact ? 0.9 : 0.75, made, $"{ByteText.Bytes(bytes)} are taken by a list that {EagerText.Use(use)}", EagerText.Advice(made, use, source), bytes);
    }

    /// <summary>What one pass would do whatever the size, as the text says it.</summary>
    private static OnePassUse? OfSyntax(Expression made, RuleContext context, RuleDescriptor rule, ListSource source, OnePassFinder uses)
    {
        if (made is ListComp list)
        {
            return uses.Direct(list) is { Kind: not (OnePassKind.Loop or OnePassKind.First) } use && !ListSource.IsAsynchronous(list) && !IsSmall(list)
                && (use.Kind != OnePassKind.Question || source.IsPure(list)) ? use : null;
        }

        if (source.FileOf(made) is { } file)
        {
            return uses.Direct(made) is { } read && SourceGuard.LeavesFile(file, read, context) ? read : null;
        }

        return source.CopiedBy(made) is { } copied && uses.Direct(made) is { Kind: not OnePassKind.Count } whole && !IsSmall(copied)
            && ((whole.Kind == OnePassKind.First && !IsParameter(copied, context)) || (source.IsLazy(copied) && IsPlainLoop(whole) && SourceGuard.IsQuiet(made, whole, context))) ? whole : null;

        bool IsSmall(Expression items) => source.IsSmall(items, rule.GetThreshold("note-bytes"));
    }

    /// <summary>A comprehension may change what it walks through in ways that are hard to see.</summary>
    private static bool IsPlainLoop(OnePassUse use) => use.Kind != OnePassKind.Loop || use.Consumer is For;

    /// <summary>Who passes a generator in may want all of it to run.</summary>
    private static bool IsParameter(Expression items, RuleContext context) =>
        items is Name name && context.Code.FunctionAround(name) is { } function && Origins.IsParameter(name.Id, function);

    private static Finding Tell(RuleDescriptor rule, FindingLevel level, double confidence, Expression made, string message, string advice, long? bytes) =>
        new(rule, level, confidence, made.Span, message, bytes is null ? null : new Estimate(bytes, RetainedBytes: 0, BytesPerTrip: null, Trips: 1, GrowthBound.Finite, Lifetime.Function, Multiplicity.Once), [], [], [])
        {
            Advice = advice,
            Signals = bytes is null ? [] : [Signal.Size],
        };
}
