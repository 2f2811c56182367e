using LeakLens.Engine.Facts;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Binding;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules;

/// <summary>All that rules may ask about one text.</summary>
internal sealed class RuleContext
{
    private CodeMap? _code;

    public RuleContext(SyntaxTree tree, MemoryFacts facts, RuleSet rules, CancellationToken cancellation)
    {
        Tree = tree;
        Facts = facts;
        Rules = rules;
        Cancellation = cancellation;
    }

    public SyntaxTree Tree { get; }

    public SourceText Text => Tree.Text;

    public MemoryFacts Facts { get; }

    /// <summary>The rules in force.</summary>
    public RuleSet Rules { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Where names come from.</summary>
    public QualifiedNames Names => Tree.GetQualifiedNames();

    /// <summary>What stands where: made when the first rule asks.</summary>
    public CodeMap Code => _code ??= CodeMap.Of(Tree.Root, Cancellation);
}
