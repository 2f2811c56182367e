using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Modules;
using LeakLens.Engine.Suppressions;
using LeakLens.Python.Text;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Caching;

/// <summary>What a report says that its text does not; <see cref="ReportReader"/> reads it, field by field in this order.</summary>
internal sealed class ReportWriter
{
    private readonly BinaryWriter _output;

    private ReportWriter(BinaryWriter output)
    {
        _output = output;
    }

    public static byte[] Write(FileReport report)
    {
        using var bytes = new MemoryStream();
        using var output = new BinaryWriter(bytes);
        new ReportWriter(output).WriteReport(report);
        output.Flush();
        return bytes.ToArray();
    }

    private void WriteReport(FileReport report)
    {
        _output.Write7BitEncodedInt(report.Lines);
        _output.Write(report.IsPartial);
        _output.Write(report.IsNotebook);
        _output.Write((byte)report.Verdict);
        WriteAll(report.Problems, WriteProblem);
        WriteAll(report.Findings, WriteFinding);
        WriteAll(report.Suppressed, WriteFinding);
        WriteAll(report.FileFindings, WriteFileFinding);
        WriteAll(report.Tends, WriteName);
        WriteAll(report.Dependencies, dependency =>
        {
            _output.Write(dependency.Path);
            _output.Write(dependency.Digest);
        });
    }

    private void WriteProblem(ScanProblem problem)
    {
        _output.Write((byte)problem.Kind);
        _output.Write(problem.Message);
        _output.Write7BitEncodedInt(problem.Line);
        _output.Write7BitEncodedInt(problem.Column);
    }

    private void WriteFinding(Finding finding)
    {
        _output.Write(finding.Rule.Id);
        _output.Write((byte)finding.Level);
        _output.Write(finding.Confidence);
        WriteSpan(finding.Span);
        _output.Write(finding.Message);
        WriteOptional(finding.Estimate, WriteEstimate);
        WriteAll(finding.Related, place =>
        {
            WriteSpan(place.Span);
            _output.Write(place.Message);
            WriteOptional(place.Inside, WritePayloadPlace);
        });
        WriteAll(finding.Fixes, WriteFix);
        WriteAll(finding.Explanation, _output.Write);
        WriteOptional(finding.Suppression, WriteSuppression);
        WriteOptional(finding.Advice, _output.Write);
        WriteAll(finding.Signals, signal => _output.Write((byte)signal));
        WriteAll(finding.AlsoMatches, _output.Write);
        WriteOptional(finding.HeldBy, WriteName);
    }

    private void WriteName(ModuleName name)
    {
        _output.Write(name.Module);
        _output.Write(name.Name);
    }

    private void WriteFileFinding(FileFinding finding)
    {
        _output.Write(finding.Path);
        _output.Write(finding.Rule.Id);
        _output.Write((byte)finding.Level);
        _output.Write(finding.Message);
        _output.Write(finding.Advice);
    }

    private void WritePayloadPlace(PayloadPlace place)
    {
        _output.Write(place.Name);
        _output.Write7BitEncodedInt(place.Line);
        _output.Write7BitEncodedInt(place.Column);
        _output.Write(place.Code);
    }

    private void WriteEstimate(Estimate estimate)
    {
        WriteNumber(estimate.PeakBytes);
        WriteNumber(estimate.RetainedBytes);
        WriteNumber(estimate.BytesPerTrip);
        WriteNumber(estimate.Trips);
        _output.Write((byte)estimate.Bound);
        _output.Write((byte)estimate.Lifetime);
        _output.Write((byte)estimate.Multiplicity);
    }

    private void WriteFix(Fix fix)
    {
        _output.Write(fix.Title);
        _output.Write((byte)fix.Applicability);
        _output.Write(fix.Kind);
        WriteOptional(fix.Review, _output.Write);
        WriteAll(fix.Edits, edit =>
        {
            WriteSpan(edit.Span);
            _output.Write(edit.NewText);
            WriteOptionalSpan(edit.Placeholder);
        });
    }

    private void WriteSuppression(Suppression suppression)
    {
        _output.Write((byte)suppression.Kind);
        WriteOptional(suppression.Justification, _output.Write);
        WriteOptionalSpan(suppression.Comment);
    }

    private void WriteSpan(TextSpan span)
    {
        _output.Write7BitEncodedInt(span.Start);
        _output.Write7BitEncodedInt(span.Length);
    }

    private void WriteOptionalSpan(TextSpan? span)
    {
        _output.Write(span.HasValue);
        if (span is { } known)
        {
            WriteSpan(known);
        }
    }

    private void WriteNumber(long? number)
    {
        _output.Write(number.HasValue);
        if (number is { } known)
        {
            _output.Write(known);
        }
    }

    private void WriteOptional<T>(T? value, Action<T> write)
        where T : class
    {
        _output.Write(value is not null);
        if (value is not null)
        {
            write(value);
        }
    }

    private void WriteAll<T>(ImmutableArray<T> values, Action<T> write)
    {
        _output.Write7BitEncodedInt(values.Length);
        foreach (var value in values)
        {
            write(value);
        }
    }
}
