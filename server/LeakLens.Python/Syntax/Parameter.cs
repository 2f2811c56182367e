namespace LeakLens.Python.Syntax;

/// <summary>One parameter with its annotation (<c>arg</c> in CPython's grammar).</summary>
public sealed class Parameter : SyntaxNode
{
    public Parameter(int start, int end, string name, Expression? annotation)
        : base(start, end)
    {
        Name = name;
        Annotation = annotation;
    }

    public string Name { get; }

    public Expression? Annotation { get; }

    /// <summary>Index into <c>Scope.Symbols</c> of the function's scope. -1 until the tree's scopes are built.</summary>
    public int SymbolIndex { get; internal set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.Parameter;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitParameter(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.VisitOptional(Annotation);
    }
}
