using System.Collections.Immutable;
using LeakLens.Deployment.Files;

namespace LeakLens.Deployment.Rules;

/// <summary>The stages of a Dockerfile; the last one is what runs.</summary>
internal sealed class DockerStages
{
    private const int MostSteps = 50;

    private readonly DeploymentFile _file;
    private readonly ImmutableArray<DockerInstruction> _stages;

    private DockerStages(DeploymentFile file)
    {
        _file = file;
        _stages = [.. file.Instructions.Where(static instruction => instruction.Name is "FROM")];
    }

    public DockerInstruction? Last => _stages.LastOrDefault();

    public static DockerStages Of(DeploymentFile file) => new(file);

    /// <summary>The image behind FROM, without its options; an empty word where there is none.</summary>
    public static Word ImageOf(DockerInstruction from) => from.Words.FirstOrDefault(static word => !word.Text.StartsWith("--", StringComparison.Ordinal)) is { Text: not null } image ? image : new Word("", from.Span);

    public bool IsStage(string name) => _stages.Any(stage => string.Equals(AliasOf(stage), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The image at the bottom of a stage.</summary>
    public string BaseOf(DockerInstruction stage) => ImageOf(Chain(stage).Last()).Text;

    /// <summary>The last instruction of a kind in a stage, or in the stage that it builds on.</summary>
    public DockerInstruction? LastOf(string name, DockerInstruction stage) =>
        Chain(stage).Select(from => _file.Instructions.LastOrDefault(instruction => instruction.Stage == from.Stage && string.Equals(instruction.Name, name, StringComparison.Ordinal))).FirstOrDefault(static found => found is not null);

    public DockerInstruction? UserOf(DockerInstruction stage) => LastOf("USER", stage);

    private IEnumerable<DockerInstruction> Chain(DockerInstruction stage)
    {
        var current = stage;
        for (var step = 0; current is not null && step < MostSteps; step++)
        {
            yield return current;
            var (image, before) = (ImageOf(current).Text, current.Stage);
            current = _stages.LastOrDefault(other => other.Stage < before && string.Equals(AliasOf(other), image, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static string? AliasOf(DockerInstruction from)
    {
        for (var i = 1; i + 1 < from.Words.Length; i++)
        {
            if (from.Words[i].Text.Equals("as", StringComparison.OrdinalIgnoreCase))
            {
                return from.Words[i + 1].Text;
            }
        }

        return null;
    }
}
