using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>A word of a command in a script.</summary>
/// <param name="Text">Without quotes; nothing is replaced.</param>
/// <param name="Span">Without the quotes that stand around all of it.</param>
/// <param name="IsOpen">A variable or another command gives it, or a part of it.</param>
/// <param name="IsQuoted">It begins with a quote: whatever a variable in it holds is one word.</param>
internal readonly record struct ShellWord(string Text, TextSpan Span, bool IsOpen, bool IsQuoted);
