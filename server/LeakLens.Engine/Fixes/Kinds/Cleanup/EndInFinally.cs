using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Diagnostics;
using LeakLens.Engine.Rules.FunctionsAndClasses.Cleanup;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Cleanup;

/// <summary>What a function begins and ends in one block is ended in a <c>finally</c>; a lock in a <c>with</c>.</summary>
internal sealed class EndInFinally : FixProvider
{
    private static readonly FrozenSet<string> Locks = new[] { "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition" }.ToFrozenSet(StringComparer.Ordinal);

    public override string Kind => "end-in-finally";

    public override ImmutableArray<string> Rules => ["LL209", "LL302", "LL304", "LL306"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } begin || context.Code.StatementAround(begin) is not Expr statement)
        {
            yield break;
        }

        var block = context.Code.BlockOf(statement);
        var behind = Ways.Behind(block, statement);
        if (EndOf(context, begin, behind) is not { } end || behind.IndexOf(end) < 1 || CountEnds(context, begin) != 1)
        {
            yield break;
        }

        var between = behind[..behind.IndexOf(end)];
        var writer = context.Write();
        if (begin.Function is Attribute { Name: "acquire", Value: Name or Attribute } method && begin.Arguments.IsEmpty && begin.Keywords.IsEmpty && IsLock(context, method.Value) && end.Value is Call)
        {
            writer.Replace(statement, $"{(statement.Value is Await ? "async " : string.Empty)}with {context.TextOf(method.Value)}:").Indent(between[0], between[^1]).Remove(end, block);
            foreach (var fix in writer.Done($"Hold {context.TextOf(method.Value)} in a with statement", Applicability.Safe))
            {
                yield return fix;
            }

            yield break;
        }

        writer.EndInFinally(between.Add(end));
        foreach (var fix in writer.Done($"Call {context.TextOf(end.Value)} in a finally", Applicability.Safe))
        {
            yield return fix;
        }
    }

    private static Expr? EndOf(FixContext context, Call begin, ImmutableArray<Statement> behind) =>
        behind.OfType<Expr>().FirstOrDefault(statement => IsEnd(context, begin, statement.Value is Await waiting ? waiting.Value : statement.Value));

    private static int CountEnds(FixContext context, Call begin) =>
        context.Code.Calls.Count(call => call.Start > begin.End && ReferenceEquals(context.Code.FunctionAround(call), context.Code.FunctionAround(begin)) && IsEnd(context, begin, call));

    private static bool IsEnd(FixContext context, Call begin, Expression expression)
    {
        if (expression is not Call call)
        {
            return false;
        }

        if (SwitchOf(context, begin) is { } names)
        {
            return context.Rules.Names.TryResolve(call.Function, out var off) && names.Off.Contains(off.Text);
        }

        var data = CleanupData.BuiltIn;
        return begin.Function is Attribute method && call.Function is Attribute other && SameExpression.Is(method.Value, other.Value)
            && (data.Pairs.TryGetValue(method.Name, out var ends) ? ends.Contains(other.Name) : data.Fills.Contains(method.Name) && data.Empties.Contains(other.Name));
    }

    /// <summary>What a call such as <c>tracemalloc.start()</c> or <c>gc.disable()</c> switches; null for other calls.</summary>
    public static SwitchNames? SwitchOf(FixContext context, Call begin)
    {
        var data = DiagnosticData.Instance;
        return !context.Rules.Names.TryResolve(begin.Function, out var name) ? null
            : data.Tracing.On.Contains(name.Text) ? data.Tracing
            : data.Collector.On.Contains(name.Text) ? data.Collector
            : null;
    }

    /// <summary>The name is bound to a lock of the standard library wherever the file binds it.</summary>
    private static bool IsLock(FixContext context, Expression receiver)
    {
        var uses = receiver switch
        {
            Name name when context.Rules.Uses.OwnerOf(name) is { } owner => context.Rules.Uses.UsesOf(owner).Where(static use => use.Context is ExpressionContext.Store).ToList<Expression>(),
            Attribute attribute => [.. context.Rules.Uses.AttributesNamed(attribute.Name).Where(static use => use.Context is ExpressionContext.Store)],
            _ => [],
        };
        return uses.Count > 0 && uses.TrueForAll(use => context.Code.ParentOf(use) is Assign { Value: Call made } && context.Rules.Names.TryResolve(made.Function, out var type)
            && type.Text.Split('.') is [("threading" or "multiprocessing" or "asyncio"), var kind] && Locks.Contains(kind));
    }
}
