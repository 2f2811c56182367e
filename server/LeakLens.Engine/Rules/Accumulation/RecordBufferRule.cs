using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>
/// LL106 where a handler buffers log records and has nobody to hand them to: <c>flush()</c> of a <c>MemoryHandler</c> without a target returns with the buffer as it was
/// (CPython, Lib/logging/handlers.py), however small its capacity is.
/// </summary>
internal sealed class RecordBufferRule : Rule
{
    public override string Id => "LL106";

    public override bool AsksForFacts => true;

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        foreach (var buffer in LifetimeData.Instance.RecordBuffers)
        {
            foreach (var made in context.NamedCalls.Of(buffer.Made))
            {
                if (HasNoTarget(made, buffer) && IsUsed(context, made, buffer) && !IsLookedAfter(context, buffer) && !context.Facts.Growths.Any(fact => ReferenceEquals(fact.Container, made)))
                {
                    yield return Tell(context, rule, made, buffer);
                }
            }
        }
    }

    /// <summary>Where the file reads the records, it means the handler to be without a target; else another file may give it one.</summary>
    private static Finding Tell(RuleContext context, RuleDescriptor rule, Call made, RecordBuffer buffer)
    {
        var isRead = context.Uses.AttributesNamed(buffer.Contents).Count > 0;
        return UncountedFinding.Of(
            rule,
            isRead ? FindingLevel.Warning : FindingLevel.Note,
            made,
            $"Every log record stays in this handler for ever: it has no {buffer.Target}, and without one it never empties its {buffer.Contents}, whatever its capacity",
            $"Give it a {buffer.Target}, or, to keep the newest records only, write a handler that puts them into a collections.deque(maxlen=...)");
    }

    private static bool HasNoTarget(Call made, RecordBuffer buffer) =>
        !NamedCalls.HasUnseenArguments(made) && NamedCalls.Argument(made, buffer.Target, buffer.At) is null or Constant { LiteralKind: ConstantKind.None };

    /// <summary>A logger writes to it.</summary>
    private static bool IsUsed(RuleContext context, Call made, RecordBuffer buffer) => context.Uses.AttributesNamed(buffer.Add)
        .Any(method => context.Code.ParentOf(method) is Call { Arguments: [var added] } && (ReferenceEquals(added, made) || (context.Code.ParentOf(made) is Assign { Targets: [var handler] } && SameExpression.Is(added, handler))));

    /// <summary>It gets a target later, is taken away again, or the file lets go of the records itself.</summary>
    private static bool IsLookedAfter(RuleContext context, RecordBuffer buffer) =>
        context.Uses.AttributesNamed(buffer.SetTarget).Count > 0 || context.Uses.AttributesNamed(buffer.Remove).Count > 0
        || context.Uses.AttributesNamed(buffer.Target).Any(static use => use.Context is ExpressionContext.Store)
        || context.Uses.AttributesNamed(buffer.Contents).Any(use => use.Context is not ExpressionContext.Load) || context.Trims.IsTrimmed(buffer.Contents);
}
