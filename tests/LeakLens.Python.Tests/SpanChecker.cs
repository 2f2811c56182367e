using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Tests;

/// <summary>Spans lie in the text and in their parents; statements of a block follow each other.</summary>
internal sealed class SpanChecker : SyntaxVisitor
{
    private readonly string _text;
    private SyntaxNode _parent;

    private SpanChecker(SyntaxTree tree)
    {
        _text = tree.Text.Text;
        _parent = tree.Root;
    }

    public static void Check(SyntaxTree tree)
    {
        new SpanChecker(tree).VisitAll(tree.Root.Body);
        var end = 0;
        foreach (var statement in tree.Root.Body)
        {
            statement.Start.ShouldBeGreaterThanOrEqualTo(end, tree.Text.Text);
            end = statement.End;
        }
    }

    protected override void DefaultVisit(SyntaxNode node)
    {
        node.End.ShouldBeGreaterThanOrEqualTo(node.Start, $"{node.Kind} in «{_text}»");
        node.End.ShouldBeLessThanOrEqualTo(_text.Length, $"{node.Kind} in «{_text}»");
        // Decorators stand before the `def` or `class` at which CPython begins the definition.
        if (_parent is not (FunctionDef or ClassDef))
        {
            node.Start.ShouldBeGreaterThanOrEqualTo(_parent.Start, $"{node.Kind} in {_parent.Kind} in «{_text}»");
        }

        node.End.ShouldBeLessThanOrEqualTo(_parent.End, $"{node.Kind} in {_parent.Kind} in «{_text}»");
        var outer = _parent;
        _parent = node;
        node.VisitChildren(this);
        _parent = outer;
    }
}
