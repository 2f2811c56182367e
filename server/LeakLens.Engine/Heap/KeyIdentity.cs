using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace LeakLens.Engine.Heap;

/// <summary>
/// What makes a known key equal to another: a pattern, and the numbers in it. <c>"row-17"</c> is the pattern "row-#" with
/// 17, the tuple <c>(3, "a")</c> the pattern "(#,a)" with 3, so that keys of one loop differ by numbers only.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyIdentity(string Pattern, NumberVector Numbers)
{
    private const char Hole = '\0';
    private const int MostDigits = 15;

    /// <summary>A key without a number in it.</summary>
    public bool IsPlain => Numbers.Count == 0;

    public static KeyIdentity Of(long number) => new("#", NumberVector.Empty.With(number) ?? default);

    public static KeyIdentity OfFloat(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15
        ? Of((long)number)
        : new("." + number.ToString("R", CultureInfo.InvariantCulture), NumberVector.Empty);

    public static KeyIdentity Of(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return new KeyIdentity(text, NumberVector.Empty);
        }

        var pattern = new StringBuilder(text.Length);
        var numbers = NumberVector.Empty;
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            i = end == i ? Copy(text, i, pattern) : Take(text, i, end, pattern, ref numbers);
        }

        return new KeyIdentity(pattern.ToString(), numbers);
    }

    /// <summary>The identity of a tuple of keys.</summary>
    public static KeyIdentity OfTuple(ReadOnlySpan<KeyIdentity> parts)
    {
        var pattern = new StringBuilder("(");
        var numbers = NumberVector.Empty;
        foreach (var part in parts)
        {
            pattern.Append(part.Pattern).Append('\u0001');
            for (var i = 0; i < part.Numbers.Count; i++)
            {
                if (numbers.With(part.Numbers[i]) is { } more)
                {
                    numbers = more;
                }
                else
                {
                    pattern.Append(part.Numbers[i]).Append('\u0001');
                }
            }
        }

        return new KeyIdentity(pattern.ToString(), numbers);
    }

    private static int Copy(string text, int at, StringBuilder pattern)
    {
        pattern.Append(text[at]);
        return at + 1;
    }

    /// <summary>A number in a text; one with leading zeros is equal only to others of its width.</summary>
    private static int Take(string text, int start, int end, StringBuilder pattern, ref NumberVector numbers)
    {
        var digits = text.AsSpan(start, end - start);
        if (digits.Length > MostDigits || numbers.With(long.Parse(digits, CultureInfo.InvariantCulture)) is not { } more)
        {
            pattern.Append(digits);
            return end;
        }

        numbers = more;
        pattern.Append(Hole);
        if (digits[0] == '0' && digits.Length > 1)
        {
            pattern.Append((char)digits.Length);
        }

        return end;
    }
}
