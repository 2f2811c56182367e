using System.Collections.Immutable;
using LeakLens.Python.Literals;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>The parts of an f-string: literal pieces that touch become one constant.</summary>
internal struct PieceBuilder
{
    private readonly NodeStack _stack;
    private readonly int _mark;
    private object? _text;
    private bool _isUnicode;
    private int _start;
    private int _end;

    public PieceBuilder(NodeStack stack)
    {
        _stack = stack;
        _mark = stack.Mark;
    }

    public void Add(int start, int end, object text, bool isUnicode)
    {
        if (_text is null)
        {
            _start = start;
            _isUnicode = isUnicode;
        }

        _text = _text is null or "" ? text : text is "" ? _text : Join(_text, text);
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

    private static object Join(object first, object second)
    {
        var head = first as SplitString ?? new SplitString((string)first, []);
        var tail = second as SplitString ?? new SplitString((string)second, []);
        var text = head.Text + tail.Text;
        var meets = char.IsHighSurrogate(head.Text[^1]) && char.IsLowSurrogate(tail.Text[0]);
        int[] seam = meets ? [head.Text.Length - 1] : [];
        int[] splits = [.. head.Splits, .. seam, .. tail.Splits.Select(at => at + head.Text.Length)];
        return splits.Length == 0 ? text : new SplitString(text, splits);
    }

    private void Flush()
    {
        if (_text is not (null or ""))
        {
            _stack.Push(new Constant(_start, _end, ConstantKind.String, _text, _isUnicode));
        }

        _text = null;
    }
}
