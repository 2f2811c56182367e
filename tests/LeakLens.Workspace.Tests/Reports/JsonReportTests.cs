using LeakLens.Engine.Findings;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;
using Newtonsoft.Json.Linq;
using static LeakLens.Workspace.Tests.Reports.ReportSample;

namespace LeakLens.Workspace.Tests.Reports;

public sealed class JsonReportTests
{
    private const string PromisedShape = """
        {
          "tool": {
            "name": "leaklens",
            "version": "1.2.3"
          },
          "summary": {
            "files": 1,
            "lines": 6,
            "bytes": 611,
            "elapsedMs": 12.3,
            "error": 1,
            "warning": 0,
            "note": 0,
            "suppressed": 0,
            "partial": 0
          },
          "verdict": "block",
          "findings": [
            {
              "ruleId": "LL101",
              "rule": "loop-accumulation",
              "level": "error",
              "confidence": 0.97,
              "path": "examples/service.py",
              "range": {
                "start": {
                  "line": 6,
                  "column": 9
                },
                "end": {
                  "line": 6,
                  "column": 38
                }
              },
              "message": "sessions holds about 125 MiB",
              "estimate": {
                "peakBytes": 131260000,
                "retainedBytes": 131260000,
                "bytesPerTrip": 65630,
                "trips": 2000,
                "bound": "finite",
                "lifetime": "module",
                "multiplicity": "once"
              },
              "related": [
                {
                  "path": "examples/service.py",
                  "range": {
                    "start": {
                      "line": 1,
                      "column": 1
                    },
                    "end": {
                      "line": 1,
                      "column": 9
                    }
                  },
                  "message": "created here"
                }
              ],
              "fixes": [
                {
                  "title": "Keep only the last 1000 items",
                  "applicability": "unsafe",
                  "kind": "",
                  "review": null,
                  "edits": []
                }
              ],
              "advice": null,
              "signals": [],
              "alsoMatches": [],
              "suppression": null
            }
          ],
          "errors": []
        }

        """;

    [Fact]
    public void The_report_has_the_promised_shape()
    {
        var finding = Finding(Service, "sessions[user] = \"x\" * 65_536", related: [("sessions", "created here")]) with
        {
            Fixes = [new Fix("Keep only the last 1000 items", Applicability.Unsafe, [])],
        };

        Write(Scan(File("examples/service.py", Service, finding))).ShouldBe(PromisedShape);
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        var unknown = new Estimate(PeakBytes: null, RetainedBytes: null, BytesPerTrip: 56, Trips: null, GrowthBound.Unbounded, Lifetime.Escaped, Multiplicity.PerRequest);
        var findings = Parse(Scan(File("a.py", Service, Finding(Service, "load") with { Estimate = unknown }, Finding(Service, "user") with { Estimate = null })))["findings"]!;

        findings[0]!["estimate"]!["peakBytes"]!.Type.ShouldBe(JTokenType.Null);
        findings[0]!["estimate"]!["trips"]!.Type.ShouldBe(JTokenType.Null);
        findings[0]!["estimate"]!.Value<string>("bound").ShouldBe("unbounded");
        findings[0]!["estimate"]!.Value<string>("multiplicity").ShouldBe("per-request");
        findings[1]!["estimate"]!.Type.ShouldBe(JTokenType.Null);
    }

    [Fact]
    public void Columns_count_code_points()
    {
        const string source = "a = '😀😀'; b = leak()\n";
        var range = Parse(Scan(File("a.py", source, Finding(source, "leak()"))))["findings"]![0]!["range"]!;

        range["start"]!.Value<int>("column").ShouldBe(15);
        range["end"]!.Value<int>("column").ShouldBe(21);
    }

    [Fact]
    public void Problems_are_errors_with_their_place_in_words()
    {
        var file = File("b.py", Service) with { Problems = [new ScanProblem("b.py", ScanProblemKind.Syntax, "expected ':'", 3, 7)] };
        var report = Scan(file) with { Problems = [new ScanProblem("a.py", ScanProblemKind.Unreadable, "no such file or folder")] };

        Parse(report)["errors"]!.Select(error => $"{error.Value<string>("path")}: {error.Value<string>("message")}").ShouldBe(
            ["a.py: no such file or folder", "b.py: line 3, column 7: syntax error: expected ':'"]);
    }

    private static JObject Parse(ScanReport report) => JObject.Parse(Write(report));

    private static string Write(ScanReport report)
    {
        var output = new StringWriter { NewLine = "\n" };
        JsonReport.Write(output, report, "1.2.3");
        return output.ToString();
    }
}
