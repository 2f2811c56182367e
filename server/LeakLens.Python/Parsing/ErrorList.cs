using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Python.Parsing;

/// <summary>
/// Collects errors, one per place: between an error and the next statement the parser is lost, and what it says then is noise.
/// </summary>
internal sealed class ErrorList
{
    /// <summary>Nobody reads further, and a file of random bytes must not turn into a hundred times its size.</summary>
    private const int MaxErrors = 1000;

    private readonly List<SyntaxError> _errors = [];
    private readonly HashSet<int> _starts = [];

    /// <summary>The parser is lost until the next statement.</summary>
    public bool IsPanicking { get; set; }

    /// <summary>A trial run: errors are noticed, not kept.</summary>
    public bool IsTrial { get; set; }

    public void Add(string code, int start, int end, string message)
    {
        if (IsPanicking)
        {
            return;
        }

        IsPanicking = true;
        if (!IsTrial && _errors.Count < MaxErrors && _starts.Add(start))
        {
            _errors.Add(new SyntaxError(code, TextSpan.FromBounds(start, Math.Max(start, end)), message));
        }
    }

    /// <summary>In the order of the text: what is read again after an error may add one further up.</summary>
    public ImmutableArray<SyntaxError> ToImmutable()
    {
        _errors.Sort((first, second) => first.Span.Start.CompareTo(second.Span.Start));
        return [.. _errors];
    }
}
