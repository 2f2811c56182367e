using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary>
/// The way from the module down to a place: what contains an offset, where no node is at hand whose parents could be asked. It visits
/// only what contains the place and its siblings.
/// </summary>
public sealed class SyntaxPath : SyntaxVisitor
{
    private readonly int _offset;
    private readonly ImmutableArray<SyntaxNode>.Builder _path = ImmutableArray.CreateBuilder<SyntaxNode>();
    private int _level;

    private SyntaxPath(int offset) => _offset = offset;

    /// <summary>The nodes that contain the offset, or end at it, outermost first. Decorators count as part of what they decorate.</summary>
    public static ImmutableArray<SyntaxNode> Find(Module root, int offset)
    {
        var path = new SyntaxPath(offset);
        path.DefaultVisit(root);
        return path._path.DrainToImmutable();
    }

    protected override void DefaultVisit(SyntaxNode node)
    {
        if (_path.Count != _level || !Contains(node))
        {
            return;
        }

        _path.Add(node);
        _level++;
        node.VisitChildren(this);
        // The way down was found: what still comes are siblings behind it.
        _level = -1;
    }

    private bool Contains(SyntaxNode node) => StartOf(node) <= _offset && _offset <= node.End;

    private static int StartOf(SyntaxNode node) => node switch
    {
        FunctionDef { Decorators: [var first, ..] } => first.Start,
        ClassDef { Decorators: [var first, ..] } => first.Start,
        _ => node.Start,
    };
}
