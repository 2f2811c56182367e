using System.Text;

namespace LeakLens.Python.Literals;

/// <summary>
/// Builds a string of Python's, which is one of code points, in UTF-16. Two escaped surrogates (<c>"\ud83d\ude00"</c>) are two
/// characters in Python and look like one here: where that happens is kept.
/// </summary>
internal sealed class LiteralBuilder(int capacity)
{
    private readonly StringBuilder _text = new(capacity);
    private List<int>? _splits;

    public void Append(char c) => _text.Append(c);

    public void AppendCode(int code)
    {
        if (code >= 0x10000)
        {
            _text.Append(char.ConvertFromUtf32(code));
            return;
        }

        if (char.IsLowSurrogate((char)code) && _text.Length > 0 && char.IsHighSurrogate(_text[^1]))
        {
            (_splits ??= []).Add(_text.Length - 1);
        }

        _text.Append((char)code);
    }

    /// <summary>A string, or a <see cref="SplitString"/>.</summary>
    public object ToValue() => _splits is null ? _text.ToString() : new SplitString(_text.ToString(), [.. _splits]);
}
