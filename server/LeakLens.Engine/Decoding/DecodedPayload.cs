using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Decoding;

/// <summary>Code that a text executes and hides, or reads from a file, with the way to it.</summary>
/// <param name="Place">What executes it, in the text that was analysed.</param>
/// <param name="Name">What reports call it.</param>
/// <param name="Layers">The first one is the outermost.</param>
/// <param name="Code">The decoded code.</param>
/// <param name="Analysis">What there is to say about it.</param>
/// <param name="File">The file that it lay in; null when the text itself held it.</param>
public sealed record DecodedPayload(TextSpan Place, string Name, ImmutableArray<DecodedLayer> Layers, SourceText Code, AnalysisResult Analysis, string? File)
{
    /// <summary>The names of the decoders, in the order in which they are undone.</summary>
    public string Way => string.Join(", ", Layers.Select(static layer => layer.Name));
}
