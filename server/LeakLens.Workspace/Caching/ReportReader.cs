using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Modules;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Suppressions;
using LeakLens.Python.Text;
using LeakLens.Workspace.DataFiles;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Caching;

/// <summary>Makes a report of what <see cref="ReportWriter"/> kept of it and of its text. What makes no sense is no report.</summary>
internal sealed class ReportReader
{
    private readonly BinaryReader _input;
    private readonly RuleSet _rules;

    /// <summary>No place is behind it.</summary>
    private readonly int _length;

    private ReportReader(BinaryReader input, RuleSet rules, int length)
    {
        _input = input;
        _rules = rules;
        _length = length;
    }

    public static FileReport? Read(ReadOnlyMemory<byte> payload, ScanSource source, byte[] content, RuleSet rules)
    {
        if (!MemoryMarshal.TryGetArray(payload, out var bytes) || bytes.Array is null)
        {
            return null;
        }

        try
        {
            using var input = new BinaryReader(new MemoryStream(bytes.Array, bytes.Offset, bytes.Count, writable: false));
            var text = new Lazy<SourceText>(() => DocumentLoader.Decode(content));
            return new ReportReader(input, rules, content.Length).ReadReport(source, content.Length, text);
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException or DocumentException)
        {
            return null;
        }
    }

    private FileReport ReadReport(ScanSource source, int size, Lazy<SourceText> text)
    {
        var lines = _input.Read7BitEncodedInt();
        var (isPartial, isNotebook, verdict) = (_input.ReadBoolean(), _input.ReadBoolean(), (Verdict)_input.ReadByte());
        var problems = ReadAll(() => ReadProblem(source.Path));
        var findings = ReadAll(ReadFinding);
        var suppressed = ReadAll(ReadFinding);
        var fileFindings = ReadAll(ReadFileFinding);
        var tends = ReadAll(ReadName);
        var dependencies = ReadAll(() => new FileDependency(_input.ReadString(), _input.ReadString()));
        var isShown = findings.Length + suppressed.Length > 0;
        return new FileReport(source.Path, size, lines, isShown ? text.Value : null, findings, problems, verdict) 
        {
            Suppressed = suppressed,
            IsPartial = isPartial,
            IsNotebook = isNotebook,
            FileFindings = fileFindings,
            Tends = tends,
            Dependencies = dependencies,
        };
    }

    private ScanProblem ReadProblem(string path) =>
        new(path, (ScanProblemKind)_input.ReadByte(), _input.ReadString(), _input.Read7BitEncodedInt(), _input.Read7BitEncodedInt());

    private Finding ReadFinding()
    {
        var rule = _rules.Find(_input.ReadString()) ?? throw new FormatException("The rule is not in force.");
        var (level, confidence) = ((FindingLevel)_input.ReadByte(), _input.ReadDouble());
        var (span, message) = (ReadSpan(), _input.ReadString());
        var estimate = ReadOptional(ReadEstimate);
        var related = ReadAll(() => new RelatedPlace(ReadSpan(), _input.ReadString()) { Inside = ReadOptional(ReadPayloadPlace) });
        var (fixes, explanation) = (ReadAll(ReadFix), ReadAll(_input.ReadString));
        return new Finding(rule, level, confidence, span, message, estimate, related, fixes, explanation)
        {
            Suppression = ReadOptional(ReadSuppression),
            Advice = ReadOptional(_input.ReadString),
            Signals = ReadAll(() => (Signal)_input.ReadByte()),
            AlsoMatches = ReadAll(_input.ReadString),
            HeldBy = ReadOptional(ReadName),
        };
    }

    private ModuleName ReadName() => new(_input.ReadString(), _input.ReadString());

    private FileFinding ReadFileFinding()
    {
        var (path, rule) = (_input.ReadString(), _rules.Find(_input.ReadString()) ?? throw new FormatException("The rule is not in force."));
        return new FileFinding(path, rule, (FindingLevel)_input.ReadByte(), _input.ReadString(), _input.ReadString());
    }

    private PayloadPlace ReadPayloadPlace() => new(_input.ReadString(), _input.Read7BitEncodedInt(), _input.Read7BitEncodedInt(), _input.ReadString());

    private Estimate ReadEstimate() => new(
        ReadNumber(),
        ReadNumber(),
        ReadNumber(),
        ReadNumber(),
        (GrowthBound)_input.ReadByte(),
        (Lifetime)_input.ReadByte(),
        (Multiplicity)_input.ReadByte());

    private Fix ReadFix()
    {
        var (title, applicability, kind) = (_input.ReadString(), (Applicability)_input.ReadByte(), _input.ReadString());
        var review = ReadOptional(_input.ReadString);
        var edits = ReadAll(() => new TextEdit(ReadSpan(), _input.ReadString()) { Placeholder = ReadOptionalSpan() });
        return new Fix(title, applicability, edits) { Kind = kind, Review = review };
    }

    private Suppression ReadSuppression() => new((SuppressionKind)_input.ReadByte(), ReadOptional(_input.ReadString), ReadOptionalSpan());

    private TextSpan ReadSpan()
    {
        var (start, length) = (_input.Read7BitEncodedInt(), _input.Read7BitEncodedInt());
        return start >= 0 && length >= 0 && start + (long)length <= _length ? new TextSpan(start, length) : throw new FormatException("A place lies behind the end of its text.");
    }

    /// <summary>A placeholder counts from the start of its edit, which is shorter than any file.</summary>
    private TextSpan? ReadOptionalSpan() => _input.ReadBoolean() ? new TextSpan(_input.Read7BitEncodedInt(), _input.Read7BitEncodedInt()) : null;

    private long? ReadNumber() => _input.ReadBoolean() ? _input.ReadInt64() : null;

    private T? ReadOptional<T>(Func<T> read)
        where T : class => _input.ReadBoolean() ? read() : null;

    private ImmutableArray<T> ReadAll<T>(Func<T> read)
    {
        var count = _input.Read7BitEncodedInt();
        if (count == 0)
        {
            return [];
        }

        // As many bytes as items, at least: a number that is wrong must not take the memory.
        var builder = count > 0 && count <= _input.BaseStream.Length ? ImmutableArray.CreateBuilder<T>(count) : throw new FormatException("There cannot be so many.");
        for (var i = 0; i < count; i++)
        {
            builder.Add(read());
        }

        return builder.MoveToImmutable();
    }
}
