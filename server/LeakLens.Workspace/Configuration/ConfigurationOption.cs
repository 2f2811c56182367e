using System.Collections.Immutable;

namespace LeakLens.Workspace.Configuration;

/// <summary>A key of the configuration.</summary>
/// <param name="Name">Kebab-case, as it is written.</param>
/// <param name="Description">One sentence, for the editor that completes it.</param>
public sealed record ConfigurationOption(string Name, OptionShape Shape, string Description)
{
    /// <summary>The words that a <see cref="OptionShape.Choice"/> may be.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}
