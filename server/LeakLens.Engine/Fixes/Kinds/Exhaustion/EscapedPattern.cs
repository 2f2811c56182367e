using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary>What a stranger writes is looked for as it is: <c>re.search(re.escape(text), page)</c>.</summary>
internal sealed class EscapedPattern : FixProvider
{
    public override string Kind => "escape-pattern";

    public override ImmutableArray<string> Rules => ["LL505"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } call || context.Rules.Names.Resolve(call.Function) is not { } name || !ExhaustionData.Instance.Patterns.TryGetValue(name.Text, out var shapes)
            || NamedCalls.Argument(call, shapes[0].Keyword, shapes[0].Position) is not { } pattern)
        {
            yield break;
        }

        var writer = context.Write();
        writer.Replace(pattern, $"{writer.Import("re", "escape", call)}({context.TextOf(pattern)})");
        foreach (var fix in writer.Done("Look for the text as it is (re.escape)", Applicability.Unsafe, "it is no pattern any more"))
        {
            yield return fix;
        }
    }
}
