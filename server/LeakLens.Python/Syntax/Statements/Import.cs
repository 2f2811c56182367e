using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>import a.b as c</c>.</summary>
public sealed class Import : Statement
{
    public Import(int start, int end, ImmutableArray<Alias> names)
        : base(start, end)
    {
        Names = names;
    }

    public ImmutableArray<Alias> Names { get; }

    public override SyntaxKind Kind => SyntaxKind.Import;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitImport(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Names);
    }
}
