using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Writing;

/// <summary>How a text is written: what is put into it looks the same.</summary>
internal sealed class CodeStyle
{
    private const string DefaultUnit = "    ";

    private readonly SyntaxTree _tree;

    public CodeStyle(SyntaxTree tree)
    {
        _tree = tree;
        Newline = FindNewline(tree.Text.Text);
        Unit = IndentFinder.Find(this, tree.Root) ?? DefaultUnit;
        Quote = PreferredQuote(tree.Text.Text);
    }

    /// <summary>The line end of the first line.</summary>
    public string Newline { get; }

    /// <summary>One level of indentation.</summary>
    public string Unit { get; }

    /// <summary>What most texts are quoted with.</summary>
    public char Quote { get; }

    /// <summary>The blanks in front of a statement; null when something else stands in front of it in its line.</summary>
    public string? IndentOf(SyntaxNode statement)
    {
        var text = _tree.Text.Text;
        var start = StartOf(statement);
        var line = LineStart(start);
        for (var i = line; i < start; i++)
        {
            // The at sign belongs to the decorator.
            if (text[i] is not (' ' or '\t' or '\f') && !(text[i] is '@' && statement is FunctionDef or ClassDef))
            {
                return null;
            }
        }

        var end = text.IndexOf('@', line, start - line) is >= 0 and var at ? at : start;
        return text[line..end];
    }

    /// <summary>Where the line of a statement begins: that of its first decorator, if it has any.</summary>
    public int LineStartOf(SyntaxNode statement) => LineStart(StartOf(statement));

    private static int StartOf(SyntaxNode statement) => statement switch
    {
        FunctionDef { Decorators: [var first, ..] } => first.Start,
        ClassDef { Decorators: [var first, ..] } => first.Start,
        _ => statement.Start,
    };

    private int LineStart(int offset) => _tree.Text.Lines.GetStart(_tree.Text.Lines.GetLine(offset));

    private static string FindNewline(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 || text[end] is '\n' ? "\n" : text.AsSpan(end).StartsWith("\r\n") ? "\r\n" : "\r";
    }

    private static char PreferredQuote(string text)
    {
        var (single, both) = (text.AsSpan().Count('\''), text.AsSpan().Count('"'));
        return single > both ? '\'' : '"';
    }

    /// <summary>Looks for the first block whose first statement stands deeper than its header.</summary>
    private sealed class IndentFinder : SyntaxVisitor
    {
        private readonly CodeStyle _style;
        private readonly string _outer;
        private string? _unit;

        private IndentFinder(CodeStyle style, string outer) => (_style, _outer) = (style, outer);

        public static string? Find(CodeStyle style, Module module)
        {
            foreach (var statement in module.Body)
            {
                var finder = new IndentFinder(style, style.IndentOf(statement) ?? string.Empty);
                statement.VisitChildren(finder);
                if (finder._unit is { } unit)
                {
                    return unit;
                }
            }

            return null;
        }

        protected override void DefaultVisit(SyntaxNode node)
        {
            if (_unit is null && node is Statement && _style.IndentOf(node) is { } indent && indent.Length > _outer.Length && indent.StartsWith(_outer, StringComparison.Ordinal))
            {
                _unit = indent[_outer.Length..];
            }
        }
    }
}
