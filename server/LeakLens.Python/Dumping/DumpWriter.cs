using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Dumping;

/// <summary>Writes nodes with the fields of CPython's grammar, in its order. Python 3.13 began to leave out empty lists.</summary>
internal sealed partial class DumpWriter(string source, Positions? positions, PythonVersion version, Action<ReadOnlyMemory<char>> write) : SyntaxVisitor
{
    private const int PartSize = 1 << 15;

    private readonly StringBuilder _output = new(2 * PartSize);
    private bool _isFirst;

    private bool IsModern => version == PythonVersion.Python314;

    public void Flush()
    {
        foreach (var chunk in _output.GetChunks())
        {
            write(chunk);
        }

        _output.Clear();
    }

    protected override void DefaultVisit(SyntaxNode node)
    {
        Begin(node.Kind.ToString());
        End(node);
    }

    public override void VisitModule(Module node)
    {
        Begin("Module");
        Field("body", node.Body);
        Field("type_ignores", ImmutableArray<SyntaxNode>.Empty);
        Close();
    }

    private void Begin(string name)
    {
        if (_output.Length > PartSize)
        {
            Flush();
        }

        _output.Append(name).Append('(');
        _isFirst = true;
    }

    private void Close()
    {
        _output.Append(')');
        _isFirst = false;
    }

    /// <summary>The attributes, if wanted, and the closing parenthesis.</summary>
    private void End(SyntaxNode node)
    {
        if (positions is not null)
        {
            var (start, end) = positions.Locate(node, new StringPart(_whole, _isLast, _field));
            Field("lineno", start.Line);
            Field("col_offset", start.Column);
            Field("end_lineno", end.Line);
            Field("end_col_offset", end.Column);
        }

        Close();
    }

    private void Label(string name)
    {
        if (!_isFirst)
        {
            _output.Append(", ");
        }

        _isFirst = false;
        _output.Append(name).Append('=');
    }

    private void Field(string name, SyntaxNode node)
    {
        Label(name);
        Visit(node);
        _isFirst = false;
    }

    private void Optional(string name, SyntaxNode? node)
    {
        if (node is not null)
        {
            Field(name, node);
        }
    }

    private void Field(string name, int value)
    {
        Label(name);
        Span<char> digits = stackalloc char[11];
        value.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
        _output.Append(digits[..count]);
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            Label(name);
            PythonRepr.Append(_output, value, version);
        }
    }

    /// <summary>An operator or a context: a node without fields.</summary>
    private void Word(string name, string value)
    {
        Label(name);
        _output.Append(value).Append("()");
    }

    private void Field<TNode>(string name, ImmutableArray<TNode> nodes)
        where TNode : SyntaxNode?
    {
        if (nodes.Length == 0 && IsModern)
        {
            return;
        }

        Label(name);
        _output.Append('[');
        for (var i = 0; i < nodes.Length; i++)
        {
            _output.Append(i > 0 ? ", " : string.Empty);
            if (nodes[i] is { } node)
            {
                Visit(node);
            }
            else
            {
                _output.Append("None");
            }
        }

        _output.Append(']');
        _isFirst = false;
    }

    private void Texts(string name, ImmutableArray<string> texts)
    {
        if (texts.Length == 0 && IsModern)
        {
            return;
        }

        Label(name);
        _output.Append('[');
        for (var i = 0; i < texts.Length; i++)
        {
            _output.Append(i > 0 ? ", " : string.Empty);
            PythonRepr.Append(_output, texts[i], version);
        }

        _output.Append(']');
    }

    private void Context(ExpressionContext context) => Word("ctx", context.ToString());
}
