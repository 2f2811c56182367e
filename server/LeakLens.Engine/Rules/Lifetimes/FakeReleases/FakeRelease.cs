using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.FakeReleases;

/// <summary>A statement that looks like a release.</summary>
/// <param name="IsDoubtful">It may be meant for something else.</param>
internal sealed record FakeRelease(SyntaxNode Node, string Message, string Advice, bool IsDoubtful = false);
