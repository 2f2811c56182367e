using System.Collections.Immutable;
using System.Text;
using LeakLens.Python.Literals;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>The parts of an f-string: literal pieces that touch become one constant.</summary>
internal struct PieceBuilder
{
    private readonly NodeStack _stack;
    private readonly int _mark;
    private object? _text;
    private StringBuilder? _joined;
    private List<int>? _splits;
    private bool _isUnicode;
    private int _start;
    private int _end;

    public PieceBuilder(NodeStack stack)
    {
        _stack = stack;
        _mark = stack.Mark;
    }

    /// <summary>A string, or a <see cref="SplitString"/>.</summary>
    public void Add(int start, int end, object text, bool isUnicode)
    {
        if (_text is null)
        {
            _start = start;
            _isUnicode = isUnicode;
            _text = text;
        }
        else
        {
            Join(text);
        }

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

    private void Join(object text)
    {
        if (_joined is null)
        {
            _joined = new StringBuilder();
            Append(_joined, _text);
        }

        Append(_joined, text);
    }

    private void Append(StringBuilder joined, object? text)
    {
        var split = text as SplitString;
        var plain = split?.Text ?? (string?)text ?? string.Empty;
        foreach (var at in split?.Splits ?? [])
        {
            (_splits ??= []).Add(joined.Length + at);
        }

        if (plain.Length > 0 && char.IsLowSurrogate(plain[0]) && joined.Length > 0 && char.IsHighSurrogate(joined[^1]))
        {
            (_splits ??= []).Add(joined.Length - 1);
        }

        joined.Append(plain);
    }

    private void Flush()
    {
        var value = _joined is null ? _text : _splits is null ? _joined.ToString() : new SplitString(_joined.ToString(), [.. _splits.Order()]);
        if (value is not (null or ""))
        {
            _stack.Push(new Constant(_start, _end, ConstantKind.String, value, _isUnicode));
        }

        (_text, _joined, _splits) = (null, null, null);
    }
}
