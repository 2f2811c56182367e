using System.Collections.Immutable;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LeakLens.Deployment.Yaml;

/// <summary>
/// From a text to its documents, by the events of YamlDotNet's parser. Each document is read for itself: an error costs the document that it is in.
/// A text may be hostile: nodes, depth and documents are bounded, aliases share their node, and nothing is expanded.
/// </summary>
internal static class YamlReader
{
    /// <summary>In UTF-16 units. No person writes more, and what a generator writes belongs to nobody.</summary>
    private const int LongestText = 4 << 20;

    private const int MostNodes = 200_000;
    private const int MostDocuments = 2_000;
    private const string Code = "yaml";

    public static YamlFile Read(SourceText text)
    {
        if (text.Length > LongestText)
        {
            return new YamlFile(text, [], [], [new SyntaxError(Code, default, $"The file has more than {LongestText >> 20} million letters: it is not read.")], []);
        }

        var (masked, includes) = TemplateMask.Apply(text.Text);
        var documents = ImmutableArray.CreateBuilder<YamlNode>();
        var errors = ImmutableArray.CreateBuilder<SyntaxError>();
        var scalars = new List<TextSpan>();
        var nodes = MostNodes;
        foreach (var part in Split(text))
        {
            if (documents.Count + errors.Count == MostDocuments)
            {
                errors.Add(new SyntaxError(Code, new TextSpan(part.Start, 0), $"There are more than {MostDocuments} documents: the rest is not read."));
                break;
            }

            var tree = new YamlTreeBuilder(part.Start, scalars, nodes);
            ReadDocument(masked.Substring(part.Start, part.Length), tree, errors);
            nodes = tree.NodesLeft;
            documents.AddRange(tree.Roots);
        }

        return new YamlFile(text, documents.DrainToImmutable(), YamlComments.Find(masked, scalars), errors.DrainToImmutable(), includes);
    }

    private static void ReadDocument(string part, YamlTreeBuilder tree, ImmutableArray<SyntaxError>.Builder errors)
    {
        try
        {
#pragma warning disable RS0030 // A reader over a text in memory: reading it is no IO.
            var parser = new YamlDotNet.Core.Parser(new StringReader(part));
#pragma warning restore RS0030
            while (parser.MoveNext())
            {
                if (parser.Current is { } current && !tree.Add(current))
                {
                    errors.Add(new SyntaxError(Code, tree.Here, "The document has more parts, or deeper ones, than anybody writes: the rest is not read."));
                    break;
                }
            }
        }
        catch (YamlException exception)
        {
            var start = Math.Clamp((int)exception.Start.Index, 0, part.Length) + tree.Offset;
            errors.Add(new SyntaxError(Code, new TextSpan(start, 0), $"This is not YAML: {Shorten(exception.Message)}."));
        }
    }

    /// <summary>A line that begins with three hyphens begins a document, wherever it stands; directives belong to the document below them.</summary>
    private static IEnumerable<TextSpan> Split(SourceText text)
    {
        var start = 0;
        var hasDirective = false;
        for (var line = 0; line < text.Lines.Count; line++)
        {
            var at = text.Lines.GetStart(line);
            var written = text.Text.AsSpan(at, text.Lines.GetEnd(line) - at);
            if (written.StartsWith("---", StringComparison.Ordinal) && (written.Length == 3 || char.IsWhiteSpace(written[3])))
            {
                if (at > start && !hasDirective)
                {
                    yield return TextSpan.FromBounds(start, at);
                    start = at;
                }

                hasDirective = false;
            }
            else
            {
                hasDirective |= written is ['%', ..];
            }
        }

        yield return TextSpan.FromBounds(start, text.Length);
    }

    private static string Shorten(string message)
    {
        var line = message.AsSpan();
        line = line.IndexOfAny('\r', '\n') is var end && end >= 0 ? line[..end] : line;
        return (line.Length > 120 ? line[..120] : line).Trim(" .").ToString();
    }
}
