using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>A word of a command, or a value of a setting, and where it stands.</summary>
public readonly record struct Word(string Text, TextSpan Span);
