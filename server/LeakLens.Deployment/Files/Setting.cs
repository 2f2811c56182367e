using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>A name with the words behind it: a line of redis.conf, an assignment of a unit, a flag of a command.</summary>
/// <param name="Name">In small letters; a flag without its hyphens.</param>
/// <param name="Span">The whole of it.</param>
public sealed record Setting(string Name, ImmutableArray<Word> Values, TextSpan Span)
{
    /// <summary>The first word behind the name; empty where there is none.</summary>
    public Word Value => Values.IsDefaultOrEmpty ? new Word("", Span) : Values[0];
}
