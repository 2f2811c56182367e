using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>One instruction of a Dockerfile.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Words">Those of an exec form (<c>["python", "app.py"]</c>) without their quotes.</param>
/// <param name="Stage">How many FROM stand above it, itself included.</param>
public sealed record DockerInstruction(string Name, ImmutableArray<Word> Words, TextSpan Span, int Stage);
