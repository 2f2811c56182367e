using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>from ..module import names</c>; Level counts the leading dots.</summary>
public sealed class ImportFrom : Statement
{
    public ImportFrom(int start, int end, string? moduleName, ImmutableArray<Alias> names, int level)
        : base(start, end)
    {
        ModuleName = moduleName;
        Names = names;
        Level = level;
    }

    public string? ModuleName { get; }

    public ImmutableArray<Alias> Names { get; }

    public int Level { get; }

    public override SyntaxKind Kind => SyntaxKind.ImportFrom;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitImportFrom(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitAll(Names);
    }
}
