using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>class Name(bases, keywords): body</c>.</summary>
public sealed class ClassDef : Statement, IScopeNode
{
    public ClassDef(int start, int end, string name, ImmutableArray<Expression> bases, ImmutableArray<Keyword> keywords, ImmutableArray<Statement> body, ImmutableArray<Expression> decorators, ImmutableArray<TypeParameter> typeParameters)
        : base(start, end)
    {
        Name = name;
        Bases = bases;
        Keywords = keywords;
        Body = body;
        Decorators = decorators;
        TypeParameters = typeParameters;
    }

    public string Name { get; }

    public ImmutableArray<Expression> Bases { get; }

    public ImmutableArray<Keyword> Keywords { get; }

    public ImmutableArray<Statement> Body { get; }

    public ImmutableArray<Expression> Decorators { get; }

    public ImmutableArray<TypeParameter> TypeParameters { get; }

    int IScopeNode.ScopeNumber { get; set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.ClassDef;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitClassDef(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Decorators);
        visitor.VisitAll(TypeParameters);
        visitor.VisitAll(Bases);
        visitor.VisitAll(Keywords);
        visitor.VisitAll(Body);
    }
}
