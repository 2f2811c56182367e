using System.Globalization;
using System.Text;
using LeakLens.Engine.Decoding;
using LeakLens.Engine.Decoding.Blobs;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;
using LeakLens.Workspace.DataFiles;

namespace LeakLens.Workspace.Reports;

/// <summary>What a file hides, layer by layer, for a terminal. What is decoded is hostile: nothing of it reaches the terminal but what can be shown.</summary>
public sealed class DecodeReport
{
    private const int LongestPreview = 60;
    private const int LongestLine = 200;
    private const int MostLines = 400;

    private readonly TextWriter _output;

    private DecodeReport(TextWriter output) => _output = output;

    /// <summary>How many payloads were shown.</summary>
    /// <param name="line">Only what that line executes; null for all.</param>
    public static int Write(TextWriter output, DecodedFile file, int? line)
    {
        var report = new DecodeReport(output);
        if (file.Program is { } program)
        {
            var shown = program.Payloads.Where(payload => line is null || LineOf(program.Tree.Text, payload) == line).OrderBy(static payload => payload.Place.Start).ToList();
            foreach (var payload in shown)
            {
                report.Write($"{file.Path}:{LineOf(program.Tree.Text, payload)}", payload, 0);
            }

            return shown.Count;
        }

        return report.WriteData(file);
    }

    private static int LineOf(SourceText text, DecodedPayload payload) => text.Lines.GetLine(payload.Place.Start) + 1;

    private void Write(string place, DecodedPayload payload, int depth)
    {
        var indent = new string(' ', depth * 2);
        Line($"{indent}{place} executes:");
        foreach (var layer in payload.Layers)
        {
            Line($"{indent}  {layer.Name}: {(layer.Content is { } content ? $"{ByteText.Bytes(content.Length)}  {Preview(content)}" : "not known")}");
        }

        WriteCode(payload.Code, indent);
        foreach (var finding in payload.Analysis.Findings)
        {
            Line($"{indent}  line {payload.Code.Lines.GetLine(finding.Span.Start) + 1}: {JsonNames.Of(finding.Level)}[{finding.Rule.Id}]: {finding.Message}");
        }

        _output.Write('\n');
        foreach (var inner in payload.Analysis.Payloads)
        {
            Write($"line {LineOf(payload.Code, inner)} of it", inner, depth + 1);
        }
    }

    private int WriteData(DecodedFile file)
    {
        if (file.Blob is { } blob)
        {
            WriteBlob(file.Path, blob);
            return 1;
        }

        if (file.Pickle is { } pickle)
        {
            Line($"{file.Path} is a pickle. Loading it calls: {(pickle.Calls.IsEmpty ? "nothing" : string.Join(", ", pickle.Calls.Distinct(StringComparer.Ordinal)))}");
            Line("  " + string.Join(' ', pickle.Opcodes.Take(MostLines)));
            return 1;
        }

        if (file.Compiled is { } names)
        {
            Line($"{file.Path} is compiled Python. It names {names}");
            return 1;
        }

        return 0;
    }

    private void WriteBlob(string path, Blob blob)
    {
        Line($"{path} is {blob.What} behind {string.Join(", ", blob.Layers)}:");
        if (blob.IsCode)
        {
            WriteCode(SourceText.From(Encoding.UTF8.GetString(blob.Content)), string.Empty);
        }
        else
        {
            Line("  " + Preview(blob.Content));
        }
    }

    private void WriteCode(SourceText code, string indent)
    {
        var number = 0;
        foreach (var line in code.Text.TrimEnd('\n').Split('\n'))
        {
            if (++number > MostLines)
            {
                Line($"{indent}       | ... {code.Lines.Count - MostLines} more lines");
                return;
            }

            Line(string.Create(CultureInfo.InvariantCulture, $"{indent}  {number,4} | {(line.Length > LongestLine ? line[..LongestLine] + "..." : line).TrimEnd()}"));
        }
    }

    private static string Preview(byte[] content)
    {
        var start = content.AsSpan(0, Math.Min(content.Length, LongestPreview));
        var isText = start.IndexOfAnyExceptInRange((byte)' ', (byte)'~') is var other && (other < 0 || start[other] is (byte)'\n' or (byte)'\r' or (byte)'\t');
        var shown = isText ? Encoding.ASCII.GetString(start).Split('\n')[0].Trim() : Convert.ToHexStringLower(start[..Math.Min(start.Length, LongestPreview / 3)]);
        return shown + (content.Length > start.Length ? "..." : string.Empty);
    }

    private void Line(string text) => _output.Write(DisplayWidth.Sanitize(text.Replace("\t", "    ", StringComparison.Ordinal)) + "\n");
}
