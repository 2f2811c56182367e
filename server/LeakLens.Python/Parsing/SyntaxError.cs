using LeakLens.Python.Text;

namespace LeakLens.Python.Parsing;

/// <summary>Something in the text that is not Python: a code, where, and one sentence.</summary>
public sealed record SyntaxError(string Code, TextSpan Span, string Message);
