using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary>The parameters of a function. Defaults belong to the last of PositionalOnly + Positional; a null in KeywordDefaults means required.</summary>
public sealed class Arguments : SyntaxNode
{
    public Arguments(int start, int end, ImmutableArray<Parameter> positionalOnly, ImmutableArray<Parameter> positional, Parameter? varArgs, ImmutableArray<Parameter> keywordOnly, ImmutableArray<Expression?> keywordDefaults, Parameter? keywordArgs, ImmutableArray<Expression> defaults)
        : base(start, end)
    {
        PositionalOnly = positionalOnly;
        Positional = positional;
        VarArgs = varArgs;
        KeywordOnly = keywordOnly;
        KeywordDefaults = keywordDefaults;
        KeywordArgs = keywordArgs;
        Defaults = defaults;
    }

    public ImmutableArray<Parameter> PositionalOnly { get; }

    public ImmutableArray<Parameter> Positional { get; }

    public Parameter? VarArgs { get; }

    public ImmutableArray<Parameter> KeywordOnly { get; }

    public ImmutableArray<Expression?> KeywordDefaults { get; }

    public Parameter? KeywordArgs { get; }

    public ImmutableArray<Expression> Defaults { get; }

    public override SyntaxKind Kind => SyntaxKind.Arguments;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitArguments(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(PositionalOnly);
        visitor.VisitAll(Positional);
        visitor.VisitOptional(VarArgs);
        visitor.VisitAll(KeywordOnly);
        visitor.VisitAll(KeywordDefaults);
        visitor.VisitOptional(KeywordArgs);
        visitor.VisitAll(Defaults);
    }
}
