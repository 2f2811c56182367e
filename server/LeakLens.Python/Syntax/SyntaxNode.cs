using LeakLens.Python.Text;

namespace LeakLens.Python.Syntax;

/// <summary>
/// An element of Python's abstract grammar with its exact place in the text. Names, fields and their order follow
/// CPython's <c>ast</c> module; where CPython has a node for a spelling only (<c>AsyncFor</c>, <c>TryStar</c>) a flag stands here.
/// </summary>
public abstract class SyntaxNode
{
    private protected SyntaxNode(int start, int end)
    {
        Start = start;
        End = end;
    }

    /// <summary>Offset of the first character, in UTF-16 units from the start of the text.</summary>
    public int Start { get; }

    /// <summary>Offset behind the last character, in UTF-16 units from the start of the text.</summary>
    public int End { get; }

    /// <summary>The node around this one, once <see cref="Parsing.SyntaxTree.LinkParents"/> was called; null for the module, and before.</summary>
    public SyntaxNode? Parent { get; internal set; }

    public TextSpan Span => TextSpan.FromBounds(Start, End);

    public abstract SyntaxKind Kind { get; }

    /// <summary>From the place in the text: cheaper than the identity of an object. A node is equal only to itself.</summary>
    public sealed override int GetHashCode() => (Start * 397) ^ End;

    public abstract void Accept(SyntaxVisitor visitor);

    /// <summary>Visits the direct children in source order.</summary>
    public abstract void VisitChildren(SyntaxVisitor visitor);
}
