using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>An option of a command that starts a container.</summary>
/// <param name="Span">With its value.</param>
public sealed record ContainerOption(string Name, Word Value, TextSpan Span);
