namespace LeakLens.Python.Syntax;

/// <summary>An identifier.</summary>
public sealed class Name : Expression
{
    private const int ContextBits = 2;

    /// <summary>Names are the most frequent nodes: the context in the lower two bits, above it the number of the scope, save each one eight bytes.</summary>
    private int _contextAndScope;

    public Name(int start, int end, string id, ExpressionContext context)
        : base(start, end)
    {
        Id = id;
        _contextAndScope = (-1 << ContextBits) | (int)context;
    }

    public string Id { get; }

    /// <summary>Whether the expression is read, stored to or deleted.</summary>
    public ExpressionContext Context
    {
        get => (ExpressionContext)(_contextAndScope & ((1 << ContextBits) - 1));
        internal set => _contextAndScope = (_contextAndScope & (-1 << ContextBits)) | (int)value;
    }

    /// <summary>Number of the scope in which the name is evaluated, among those of its tree. -1 until the tree's scopes are built.</summary>
    internal int ScopeNumber
    {
        get => _contextAndScope >> ContextBits;
        set => _contextAndScope = (value << ContextBits) | (int)Context;
    }

    /// <summary>
    /// Index into <c>Scope.Symbols</c> of the scope in which the name is evaluated: its slot in a frame. -1 until the tree's scopes are built.
    /// </summary>
    public int SymbolIndex { get; internal set; } = -1;

    public override SyntaxKind Kind => SyntaxKind.Name;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitName(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
    }
}
