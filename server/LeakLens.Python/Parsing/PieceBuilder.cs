using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>The parts of an f-string: literal pieces that touch become one constant.</summary>
internal struct PieceBuilder
{
    private readonly NodeStack _stack;
    private readonly int _mark;
    private string? _text;
    private bool _isUnicode;
    private int _start;
    private int _end;

    public PieceBuilder(NodeStack stack)
    {
        _stack = stack;
        _mark = stack.Mark;
    }

    public void Add(int start, int end, string text, bool isUnicode)
    {
        if (_text is null)
        {
            _start = start;
            _isUnicode = isUnicode;
        }

        _text = string.IsNullOrEmpty(_text) ? text : _text + text;
        _end = end;
    }

    public void Push(Expression field)
    {
        Flush();
        _stack.Push(field);
    }

    public ImmutableArray<Expression> ToImmutable()
    {
        Flush();
        return _stack.Pop<Expression>(_mark);
    }

    public readonly void Drop() => _stack.Drop(_mark);

    private void Flush()
    {
        if (!string.IsNullOrEmpty(_text))
        {
            _stack.Push(new Constant(_start, _end, ConstantKind.String, _text, _isUnicode));
        }

        _text = null;
    }
}
