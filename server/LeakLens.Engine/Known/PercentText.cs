using System.Globalization;
using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>format % values</c>, printf style (unicode_format in Objects/unicodeobject.c).</summary>
internal sealed class PercentText
{
    private readonly string _format;
    private readonly object _values;
    private readonly bool _isBytes;
    private readonly StringBuilder _into = new();
    private int _at;
    private int _used;
    private KnownError? _error;

    private PercentText(string format, object values, bool isBytes)
    {
        _format = format;
        _values = values;
        _isBytes = isBytes;
    }

    public static object? Format(string format, object values, bool isBytes = false) => new PercentText(format, values, isBytes).Run();

    private object? Run()
    {
        while (_at < _format.Length)
        {
            if (_format[_at] != '%')
            {
                _into.Append(_format[_at++]);
            }
            else if (!TryField())
            {
                return _error;
            }

            if (_into.Length > KnownLimits.LongestText)
            {
                return null;
            }
        }

        var isUsedUp = _values is KnownDict || (_values is KnownSequence { IsTuple: true } tuple ? _used == tuple.Items.Count : _used > 0);
        var isMapping = _values is KnownSequence { IsTuple: false } || (_values is KnownDict && _used > 0);
        return isUsedUp ? _into.ToString() : isMapping ? null : Error(_isBytes ? "not all arguments converted during bytes formatting" : "not all arguments converted during string formatting");
    }

    private static KnownError Error(string message) => new("TypeError", message);

    private bool TryField()
    {
        _at++;
        object? named = null;
        if (_at < _format.Length && _format[_at] == '(')
        {
            var end = _format.IndexOf(')', _at);
            if (end < 0 || (named = (_values as KnownDict)?.Find(_format[(_at + 1)..end])) is null)
            {
                return false;
            }

            _at = end + 1;
        }

        var start = _at;
        while (_at < _format.Length && _format[_at] is '-' or '+' or ' ' or '#' or '0')
        {
            _at++;
        }

        var flags = _format[start.._at];
        if (!TryNumber(out var width))
        {
            return false;
        }

        var precision = -1;
        if (_at < _format.Length && _format[_at] == '.')
        {
            _at++;
            if (!TryNumber(out precision))
            {
                return false;
            }

            precision = Math.Max(0, precision);
        }

        if (_at >= _format.Length || width > KnownLimits.LongestText || precision > KnownLimits.LongestText)
        {
            return false;
        }

        if (width < -1)
        {
            (width, flags) = (-width, flags + "-");
        }

        var conversion = _format[_at++];
        if (conversion == '%')
        {
            _into.Append('%');
            return true;
        }

        return (named ?? Next()) is { } value && Convert(value, conversion, flags, precision) is { } text && Append(text, conversion, flags, width);
    }

    /// <summary>Digits, or a star that takes the next value; -1 where there is nothing.</summary>
    private bool TryNumber(out int number)
    {
        number = -1;
        if (_at < _format.Length && _format[_at] == '*')
        {
            _at++;
            number = KnownCall.ToSmall(Next()) ?? int.MinValue;
            return number > int.MinValue;
        }

        var start = _at;
        while (_at < _format.Length && char.IsAsciiDigit(_format[_at]))
        {
            _at++;
        }

        return start == _at || int.TryParse(_format.AsSpan(start, _at - start), CultureInfo.InvariantCulture, out number);
    }

    private object? Next()
    {
        var index = _used++;
        var next = _values is KnownSequence { IsTuple: true } tuple ? index < tuple.Items.Count ? tuple.Items[index] : null : index == 0 ? _values : null;
        _error = next is null ? Error("not enough arguments for format string") : null;
        return next;
    }

    private string? Convert(object value, char conversion, string flags, int precision)
    {
        switch (conversion)
        {
            case 's' when _isBytes:
                return value is byte[] bytes ? Cut(Encoding.Latin1.GetString(bytes), precision) : null;
            case 's':
                return Cut(Representation.Str(value), precision);
            case 'r' when !_isBytes:
                return Cut(Representation.Repr(value), precision);
            case 'a' or 'r':
                return Cut(Representation.Ascii(value), precision);
            case 'c':
                return value is string text ? Points.CodeOf(text) is null || _isBytes ? null : text : KnownCall.ToInt(value) is { } code ? Points.OfCode(code) : null;
            case 'd' or 'i' or 'u' or 'x' or 'X' or 'o':
                return ConvertInt(value, conversion, flags, precision);
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G':
                return KnownCall.ToFloat(value) is { } number ? ConvertFloat(number, conversion, flags, precision < 0 ? 6 : precision) : null;
            default:
                return null;
        }
    }

    private static string? Cut(string? text, int precision) => text is null || precision < 0 ? text : text[..Points.ToUnit(text, precision)];

    private string? ConvertInt(object value, char conversion, string flags, int precision)
    {
        var isDecimal = conversion is 'd' or 'i' or 'u';
        var whole = value is double number && double.IsFinite(number) && isDecimal ? new BigInteger(number) : KnownCall.ToInt(value);
        if (whole is null && value is string)
        {
            _error = Error(isDecimal ? $"%{conversion} format: a real number is required, not str" : $"%{conversion} format: an integer is required, not str");
        }

        if (whole is not { } given || WholeNumber.Bits(given) > KnownLimits.MostBits)
        {
            return null;
        }

        var digits = NumberFormat.Digits(BigInteger.Abs(given), conversion).PadLeft(Math.Max(0, precision), '0');
        var prefix = flags.Contains('#', StringComparison.Ordinal) ? NumberFormat.Prefix(conversion) : string.Empty;
        return Sign(given.Sign < 0, flags) + prefix + digits;
    }

    private static string? ConvertFloat(double value, char conversion, string flags, int precision)
    {
        var text = FloatText.Format(Math.Abs(value), conversion, precision, flags.Contains('#', StringComparison.Ordinal));
        return text is null ? null : Sign(double.IsNegative(value) && !double.IsNaN(value), flags) + (char.IsUpper(conversion) ? text.ToUpperInvariant() : text);
    }

    private static string Sign(bool isNegative, string flags) =>
        isNegative ? "-" : flags.Contains('+', StringComparison.Ordinal) ? "+" : flags.Contains(' ', StringComparison.Ordinal) ? " " : string.Empty;

    private bool Append(string text, char conversion, string flags, int width)
    {
        var missing = Math.Max(0, width - Points.Count(text));
        if (flags.Contains('-', StringComparison.Ordinal))
        {
            _into.Append(text).Append(' ', missing);
        }
        else if (flags.Contains('0', StringComparison.Ordinal) && conversion is not ('s' or 'r' or 'a' or 'c'))
        {
            var head = text.AsSpan().IndexOfAnyExcept('+', '-', ' ') is >= 0 and var at ? at : 0;
            head += flags.Contains('#', StringComparison.Ordinal) && conversion is 'x' or 'X' or 'o' ? 2 : 0;
            _into.Append(text, 0, head).Append('0', missing).Append(text, head, text.Length - head);
        }
        else
        {
            _into.Append(' ', missing).Append(text);
        }

        return true;
    }
}
