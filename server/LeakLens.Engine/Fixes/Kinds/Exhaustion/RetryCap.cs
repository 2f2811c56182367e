using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary>A library's retry gets the argument that ends it.</summary>
internal sealed class RetryCap : FixProvider
{
    public override string Kind => "retry-cap";

    public override ImmutableArray<string> Rules => ["LL508"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Nodes.OfType<Expression>().FirstOrDefault() is not { } node || context.Rules.Names.Resolve(node is Call made ? made.Function : node) is not { } name
            || !ExhaustionData.Instance.Retries.TryGetValue(name.Text, out var retries) || retries[0] is not { Fix.Length: > 0 } retry)
        {
            yield break;
        }

        var writer = context.Write();
        var value = Written(writer, retry.FixValue, node);
        var argument = $"{retry.Fix}={value}";
        if (node is not Call call)
        {
            writer.Insert(node.End, $"({argument})");
        }
        else if (NamedCalls.Argument(call, retry.Fix) is { } given)
        {
            writer.Replace(given, value);
        }
        else if (!CallArguments.Add(context, writer, call, argument))
        {
            yield break;
        }

        foreach (var fix in writer.Done("Try five times at most", Applicability.Unsafe, "after the last try the exception goes on"))
        {
            yield return fix;
        }
    }

    /// <summary>A value of the data, <c>tenacity.stop_after_attempt(5)</c>, with its function as the file may write it.</summary>
    private static string Written(SourceWriter writer, string value, Expression place)
    {
        var end = value.IndexOf('(', StringComparison.Ordinal);
        var dot = end < 0 ? -1 : value.LastIndexOf('.', end);
        return dot < 0 ? value : writer.Import(value[..dot], value[(dot + 1)..end], place) + value[end..];
    }
}
