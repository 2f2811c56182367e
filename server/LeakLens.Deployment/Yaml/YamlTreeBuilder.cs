using LeakLens.Python.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LeakLens.Deployment.Yaml;

/// <summary>From events to nodes, without recursion: the stack holds what is open.</summary>
internal sealed class YamlTreeBuilder(int offset, List<TextSpan> scalars, int nodesLeft)
{
    private const int Deepest = 200;

    private readonly Stack<OpenNode> _open = new();
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);

    public int Offset { get; } = offset;

    public int NodesLeft { get; private set; } = nodesLeft;

    public List<YamlNode> Roots { get; } = [];

    /// <summary>Where the last event stood.</summary>
    public TextSpan Here { get; private set; } = new(offset, 0);

    /// <returns>False when there is more than is read.</returns>
    public bool Add(ParsingEvent parsed)
    {
        Here = SpanOf(parsed.Start, parsed.Start);
        switch (parsed)
        {
            case Scalar scalar:
                AddScalar(scalar);
                break;
            case AnchorAlias alias:
                // An alias to what is still open would make a ring.
                Put(_anchors.GetValueOrDefault(alias.Value.Value) ?? new YamlScalar(Here, "", isPlain: true));
                break;
            case MappingStart start:
                _open.Push(new OpenNode(Here.Start, AnchorOf(start), start.Style == MappingStyle.Flow));
                break;
            case SequenceStart start:
                _open.Push(new OpenNode(Here.Start, AnchorOf(start), start.Style == SequenceStyle.Flow));
                break;
            case MappingEnd or SequenceEnd:
                Close(parsed);
                break;
            case DocumentStart:
                _anchors.Clear();
                break;
        }

        return --NodesLeft > 0 && _open.Count <= Deepest;
    }

    private void AddScalar(Scalar parsed)
    {
        var span = SpanOf(parsed.Start, parsed.End);
        var scalar = new YamlScalar(span, parsed.Value, parsed.Style == ScalarStyle.Plain);
        if (span.Length > 0)
        {
            scalars.Add(span);
        }

        Remember(parsed, scalar);
        Put(scalar);
    }

    private void Close(ParsingEvent parsed)
    {
        var open = _open.Pop();
        var end = open.IsFlow ? SpanOf(parsed.Start, parsed.End).End : open.Parts.Count == 0 ? open.Start : Math.Max(open.Start, LastEnd(open));
        var span = TextSpan.FromBounds(open.Start, end);
        YamlNode node = parsed is MappingEnd ? new YamlMapping(span, EntriesOf(open.Parts), open.IsFlow) : new YamlSequence(span, open.Parts, open.IsFlow);
        if (open.Anchor is { } anchor)
        {
            _anchors[anchor] = node;
        }

        Put(node);
    }

    /// <summary>Aliases stand elsewhere: the end is that of the last part that stands here.</summary>
    private static int LastEnd(OpenNode open)
    {
        for (var i = open.Parts.Count - 1; i >= 0; i--)
        {
            if (open.Parts[i].Span is { Length: > 0 } span && span.Start >= open.Start)
            {
                return span.End;
            }
        }

        return open.Start;
    }

    private static List<YamlEntry> EntriesOf(List<YamlNode> parts)
    {
        var entries = new List<YamlEntry>(parts.Count / 2);
        for (var i = 0; i + 1 < parts.Count; i += 2)
        {
            if (parts[i] is YamlScalar key)
            {
                entries.Add(new YamlEntry(key, parts[i + 1]));
            }
        }

        return entries;
    }

    private void Put(YamlNode node)
    {
        if (_open.TryPeek(out var open))
        {
            open.Parts.Add(node);
        }
        else
        {
            Roots.Add(node);
        }
    }

    private void Remember(NodeEvent parsed, YamlNode node)
    {
        if (AnchorOf(parsed) is { } anchor)
        {
            _anchors[anchor] = node;
        }
    }

    private static string? AnchorOf(NodeEvent parsed) => parsed.Anchor.IsEmpty ? null : parsed.Anchor.Value;

    private TextSpan SpanOf(Mark start, Mark end) => TextSpan.FromBounds((int)start.Index + Offset, (int)Math.Max(start.Index, end.Index) + Offset);

    private sealed class OpenNode(int start, string? anchor, bool isFlow)
    {
        public int Start { get; } = start;

        public string? Anchor { get; } = anchor;

        public bool IsFlow { get; } = isFlow;

        /// <summary>Items; of a mapping keys and values by turns.</summary>
        public List<YamlNode> Parts { get; } = [];
    }
}
