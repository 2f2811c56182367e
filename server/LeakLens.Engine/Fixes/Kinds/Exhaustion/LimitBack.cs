using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary>A limit that was switched off gets back the value that the library has by itself.</summary>
internal sealed class LimitBack : FixProvider
{
    public override string Kind => "limit-back";

    public override ImmutableArray<string> Rules => ["LL504", "LL512"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        foreach (var (value, limit) in Candidates(context).Where(static candidate => candidate.Limit.Usual.Length > 0).Take(3))
        {
            foreach (var fix in context.Write().Replace(value, limit.Usual, limit.Usual).Done($"Take the library's own limit back: {limit.Usual}", Applicability.Unsafe, "what is larger is refused"))
            {
                yield return fix;
            }
        }
    }

    /// <summary>The values that the finding may be about: of an argument, an assignment, a pair of a name and a value.</summary>
    private static IEnumerable<(Expression Value, SwitchedLimit Limit)> Candidates(FixContext context)
    {
        var data = ExhaustionData.Instance;
        foreach (var node in context.Nodes)
        {
            var (value, all) = node switch
            {
                Assign { Targets: [Attribute attribute] } assign when context.Rules.Names.Resolve(attribute) is { } name => (assign.Value, Known(data, "attributes", name.Text)),
                Assign { Targets: [Name target] } assign => (assign.Value, Known(data, "settings", target.Id)),
                Assign { Targets: [Subscript { Index: Constant { Value: string key } }] } assign => (assign.Value, Known(data, "settings", key)),
                Tuple { Elements: [Constant { Value: string option }, var set] } => (set, Known(data, "options", option)),
                _ => (null, []),
            };
            if (value is not null)
            {
                foreach (var limit in all)
                {
                    yield return (value, limit);
                }
            }

            foreach (var limit in node is Call call ? LimitsOf(context, call) : [])
            {
                if (NamedCalls.Argument((Call)node, limit.Keyword, limit.Position) is { } argument && string.Equals(limit.Message, context.Finding.Message, StringComparison.Ordinal))
                {
                    yield return (argument, limit);
                }
            }
        }
    }

    private static ImmutableArray<SwitchedLimit> LimitsOf(FixContext context, Call call) => context.Rules.Names.Resolve(call.Function) is { } name
        ? Known(ExhaustionData.Instance, "calls", name.Text)
        : call.Function is Attribute method ? Known(ExhaustionData.Instance, "methods", method.Name) : [];

    private static ImmutableArray<SwitchedLimit> Known(ExhaustionData data, string form, string name) => data.Limits(form).TryGetValue(name, out var all) ? all : [];
}
