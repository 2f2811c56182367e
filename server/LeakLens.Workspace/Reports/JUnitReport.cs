using System.Globalization;
using System.Text;
using System.Xml;
using LeakLens.Engine.Findings;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Reports;

/// <summary>Each file is a suite, each finding a test that failed; a file without findings is one test that passed.</summary>
public sealed class JUnitReport
{
    private readonly XmlWriter _xml;

    private JUnitReport(XmlWriter xml)
    {
        _xml = xml;
    }

    public static void Write(TextWriter output, ScanReport report)
    {
        var settings = new XmlWriterSettings { Indent = true, CloseOutput = false, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = true };
        using (var xml = XmlWriter.Create(output, settings))
        {
            new JUnitReport(xml).WriteReport(report);
        }

        output.Write('\n');
    }

    private void WriteReport(ScanReport report)
    {
        var failures = report.Files.Sum(static file => file.Findings.Length);
        var errors = report.AllProblems.Count();
        _xml.WriteStartElement("testsuites");
        _xml.WriteAttributeString("name", "leaklens");
        WriteCounts(report.Files.Sum(CountTests) + report.Problems.Length, failures, errors);
        foreach (var file in report.Files)
        {
            WriteSuite(file);
        }

        foreach (var problem in report.Problems)
        {
            StartSuite(problem.Path, tests: 1, failures: 0, errors: 1);
            WriteProblem(problem);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private static int CountTests(FileReport file) => Math.Max(1, file.Findings.Length + file.Problems.Length);

    private void WriteSuite(FileReport file)
    {
        StartSuite(file.Path, CountTests(file), file.Findings.Length, file.Problems.Length);
        foreach (var finding in file.Findings)
        {
            if (file.Text is { } text)
            {
                WriteFinding(new PlacedFinding(file, text, finding));
            }
        }

        foreach (var problem in file.Problems)
        {
            WriteProblem(problem);
        }

        if (file.Findings.IsEmpty && file.Problems.IsEmpty)
        {
            StartCase(file.Path, "no findings");
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteFinding(PlacedFinding place)
    {
        var finding = place.Finding;
        StartCase(place.File.Path, $"{finding.Rule.Id} {finding.Rule.Name} in line {place.Line}");
        _xml.WriteStartElement("failure");
        _xml.WriteAttributeString("message", Plain(finding.Message));
        _xml.WriteAttributeString("type", JsonNames.Of(finding.Level));
        _xml.WriteString(Plain($"{place.File.Path}:{place.Line}:{place.Column}: {finding.Message}{AdviceOf(finding)}"));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private static string AdviceOf(Finding finding) => finding.Advice is { } advice ? $"\nInstead: {advice}" : "";

    private void WriteProblem(ScanProblem problem)
    {
        StartCase(problem.Path, "analysis");
        _xml.WriteStartElement("error");
        _xml.WriteAttributeString("message", Plain(ProblemText.WithPlace(problem)));
        _xml.WriteAttributeString("type", problem.Kind.ToString().ToLowerInvariant());
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void StartSuite(string path, int tests, int failures, int errors)
    {
        _xml.WriteStartElement("testsuite");
        _xml.WriteAttributeString("name", Plain(path));
        WriteCounts(tests, failures, errors);

        // Of a test there is no such attribute in the schemas that readers publish.
        _xml.WriteAttributeString("file", Plain(path));
    }

    private void WriteCounts(int tests, int failures, int errors)
    {
        _xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("errors", errors.ToString(CultureInfo.InvariantCulture));
    }

    private void StartCase(string path, string name)
    {
        _xml.WriteStartElement("testcase");
        _xml.WriteAttributeString("name", Plain(name));
        _xml.WriteAttributeString("classname", Plain(path));
    }

    /// <summary>Without the characters that no XML may hold; names of the analysed code may hold them.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isAllowed = rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;
            plain.Append(isAllowed ? rune.ToString() : DisplayWidth.Replacement.ToString());
        }

        return plain.ToString();
    }
}
