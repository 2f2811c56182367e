using System.Globalization;
using System.Text;
using LeakLens.Engine.Findings;

namespace LeakLens.Workspace.Tests.Accuracy;

/// <summary>The generated part of docs/accuracy.md: the figures by kind, and every wrong answer by name.</summary>
internal sealed class AccuracyTable
{
    private const string HeldOut = "heldout";

    /// <summary>The exams after the first: how their kinds begin, what they are called, and the name of their totals.</summary>
    private static readonly (string Kinds, string Title, string Total)[] LaterExams =
    [
        ("heldout2_", "the second exam", "held_out_2"),
        ("heldout3_", "the third exam", "held_out_3"),
        ("heldout4_", "the fourth exam", "held_out_4"),
        ("heldout5_", "the fifth exam", "held_out_5"),
        ("heldout6_", "the sixth exam", "held_out_6"),
    ];

    private readonly List<ProgramResult> _results;
    private readonly StringBuilder _text = new();

    private AccuracyTable(List<ProgramResult> results)
    {
        _results = results;
    }

    /// <param name="results">Of all programs.</param>
    public static string Print(List<ProgramResult> results)
    {
        var table = new AccuracyTable(results);
        table.Write("Programs", results.Where(result => !Is(HeldOut, result)).ToList(), "all");
        table.Write("Held-out programs", results.Where(result => Is(HeldOut, result) && !IsLaterExam(result)).ToList(), "held_out");
        foreach (var (kinds, title, total) in LaterExams)
        {
            table.Write($"Held-out programs, {title}", results.Where(result => Is(kinds, result)).ToList(), total);
        }

        table.WriteVerdicts();
        table.WriteWrong("Growth that is not found", results.Where(result => result.Program.Grows && !result.IsFound));
        table.WriteWrong("False alarms", results.Where(result => result.IsFalseAlarm));
        table.WriteWrong("Found, but another holder is named", results.Where(result => result.IsFound && result.Program.Holder is not null && !result.NamesHolder));
        table.WriteWrong("Found, but the bytes are off by more than 10 %", results.Where(result => result.IsFound && result.Error > 0.10));
        return table._text.ToString();
    }

    private static bool Is(string group, ProgramResult result) => result.Program.Kind.StartsWith(group, StringComparison.Ordinal);

    private static bool IsLaterExam(ProgramResult result) => LaterExams.Any(exam => Is(exam.Kinds, result));

    private void Write(string title, List<ProgramResult> results, string total)
    {
        if (results.Count == 0)
        {
            return;
        }

        WriteLine($"## {title}").WriteLine("").WriteLine(KindFigures.Heading.ReplaceLineEndings("\n"));
        foreach (var kind in results.GroupBy(result => result.Program.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            WriteLine(KindFigures.Of(kind.Key, kind.ToList()).ToRow());
        }

        WriteLine(KindFigures.Of($"**{total}**", results).ToRow()).WriteLine("");
    }

    /// <summary>What becomes of the facts: findings for people, and a gate's verdict.</summary>
    private void WriteVerdicts()
    {
        const double LeastTold = 1 << 20;
        var growing = _results.Where(result => result.Program.Grows && result.Program.Truth >= LeastTold).ToList();
        var large = growing.Where(result => result.Program.Truth >= ProgramResult.MustBeStopped).ToList();
        var harmless = _results.Where(result => !result.Program.Grows).ToList();
        WriteLine("## Findings and verdicts").WriteLine("");
        WriteLine("| What | Programs | Share |").WriteLine("|---|--:|--:|");
        WriteShare("hold 1 MiB and more, and are told as warning or error (profile balanced)", growing, result => result.Told >= FindingLevel.Warning);
        WriteShare("harmless, and without a warning or error (profile balanced)", harmless, result => !(result.Told >= FindingLevel.Warning));
        WriteShare("still hold 10 MB and more at their end, and are stopped by the gate", large.Where(result => !result.Program.IsPeak).ToList(), result => result.Gate != Verdict.Allow);
        WriteShare("hold 10 MB and more at their peak only, and are stopped by the gate", large.Where(result => result.Program.IsPeak).ToList(), result => result.Gate != Verdict.Allow);
        WriteShare("harmless, and let through by the gate", harmless, result => result.Gate == Verdict.Allow);
        WriteLine("");
        WriteWrong("Let through by the gate, though they hold 10 MB and more", large.Where(result => result.Gate == Verdict.Allow));
        WriteWrong("Harmless, and stopped by the gate", harmless.Where(result => result.Gate != Verdict.Allow));
        WriteWrong("Harmless, and told as warning or error", harmless.Where(result => result.Told >= FindingLevel.Warning));
    }

    private void WriteShare(string what, List<ProgramResult> of, Func<ProgramResult, bool> holds)
    {
        var count = of.Count(holds);
        WriteLine($"| {what} | {count} of {of.Count} | {(100.0 * count / Math.Max(1, of.Count)).ToString("0.0", CultureInfo.InvariantCulture)} % |");
    }

    private void WriteWrong(string title, IEnumerable<ProgramResult> results)
    {
        var rows = results.OrderBy(result => result.Program.Path, StringComparer.Ordinal).ToList();
        WriteLine($"## {title}: {rows.Count}").WriteLine("");
        foreach (var result in rows)
        {
            var measured = result.Program.IsPeak ? "peaks at" : "holds";
            WriteLine($"- `{result.Program.Path}` {measured} {Bytes(result.Program.Truth)}, said is {Bytes(result.Claimed)}");
        }

        WriteLine(rows.Count == 0 ? "None.\n" : "");
    }

    private static string Bytes(double bytes) =>
        double.IsPositiveInfinity(bytes) ? "no end" : bytes >= 1L << 50 ? "more than a petabyte" : bytes.ToString("N0", CultureInfo.InvariantCulture);

    private AccuracyTable WriteLine(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }
}
