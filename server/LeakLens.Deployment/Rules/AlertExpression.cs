using System.Globalization;

namespace LeakLens.Deployment.Rules;

/// <summary>The last comparison of an alert's expression: <c>used / limit > 0.8</c>.</summary>
internal static class AlertExpression
{
    /// <summary>The number that a share is compared with and cannot exceed, as written; null when it can, or when it is no share.</summary>
    public static string? NeverFires(string expression)
    {
        var at = expression.LastIndexOf('>');
        if (at < 0)
        {
            return null;
        }

        var left = expression[..at];
        var written = expression[(at + 1)..].TrimStart('=', ' ').Trim();
        var number = written.Split(' ', '\n', ')')[0];
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !left.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        var hundredfold = left.Replace(" ", "", StringComparison.Ordinal).Contains("*100", StringComparison.Ordinal) || left.Replace(" ", "", StringComparison.Ordinal).Contains("100*", StringComparison.Ordinal);
        return value > (hundredfold ? 100 : 1) && !left.Contains("/ 1024", StringComparison.Ordinal) && (hundredfold || value <= 100) ? number : null;
    }
}
