using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary>What somebody else decides is refused when it is too much, or cut down to a limit.</summary>
internal sealed class LimitOfSize : FixProvider
{
    private const string Numbers = "10_000";
    private const string Workers = "32";
    private const string Characters = "65_536";
    private const int MostNames = 3;

    public override string Kind => "limit-size";

    public override ImmutableArray<string> Rules => ["LL501", "LL510", "LL703"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        var limit = context.Finding.Rule.Id switch
        {
            "LL510" => Workers,
            "LL703" => Characters,
            _ => Numbers,
        };
        var isLength = context.Finding.Rule.Id is "LL703";
        if (context.Nodes.OfType<Expression>().FirstOrDefault() is not { } node || context.Code.StatementOf(node) is not { } statement)
        {
            yield break;
        }

        foreach (var name in NamesIn(node))
        {
            var asked = isLength ? $"len({name})" : name;
            var writer = context.Write().InsertBefore(statement, $"if {asked} > {limit}:", $"\traise ValueError(\"{name} is more than is expected\")");
            foreach (var fix in writer.Done($"Refuse what is more than {limit.Replace('_', ',')}", Applicability.Unsafe, "what is more raises an exception"))
            {
                yield return fix;
            }
        }

        foreach (var amount in isLength ? [] : AmountsOf(node))
        {
            foreach (var fix in context.Write().Replace(amount, $"min({context.TextOf(amount)}, {limit})", limit).Done($"Take {limit.Replace('_', ',')} at most (min)", Applicability.Unsafe, "what is more is cut down"))
            {
                yield return fix;
            }
        }
    }

    private static List<string> NamesIn(Expression node)
    {
        var finder = new NameFinder();
        finder.Visit(node);
        return [.. finder.Names.Take(MostNames)];
    }

    /// <summary>The expressions that may be the number: operands, and arguments.</summary>
    private static IEnumerable<Expression> AmountsOf(Expression node) => node switch
    {
        BinOp { Operator: BinaryOperator.Mult } product => [product.Right, product.Left],
        BinOp operation => [operation.Right],
        Call call => call.Arguments.Take(2).Concat(call.Keywords.Select(static keyword => keyword.Value).Take(1)).Where(static argument => argument is not Starred),
        _ => [],
    };

    /// <summary>Variables that are read as values, in the order of the text.</summary>
    private sealed class NameFinder : SyntaxVisitor
    {
        public List<string> Names { get; } = [];

        public override void VisitName(Name node)
        {
            if (!Names.Contains(node.Id, StringComparer.Ordinal))
            {
                Names.Add(node.Id);
            }
        }

        public override void VisitCall(Call node)
        {
            foreach (var argument in node.Arguments)
            {
                Visit(argument);
            }

            foreach (var keyword in node.Keywords)
            {
                Visit(keyword.Value);
            }
        }

        public override void VisitAttribute(Python.Syntax.Attribute node)
        {
        }

        public override void VisitLambda(Lambda node)
        {
        }
    }
}
