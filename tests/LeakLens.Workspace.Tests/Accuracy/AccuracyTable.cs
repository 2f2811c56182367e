using System.Globalization;
using System.Text;

namespace LeakLens.Workspace.Tests.Accuracy;

/// <summary>The generated part of docs/accuracy.md: the figures by kind, and every wrong answer by name.</summary>
internal sealed class AccuracyTable
{
    private const string HeldOut = "heldout";
    private const string SecondHeldOut = "heldout2_";

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
        table.Write("Held-out programs", results.Where(result => Is(HeldOut, result) && !Is(SecondHeldOut, result)).ToList(), "held_out");
        table.Write("Held-out programs, the second exam", results.Where(result => Is(SecondHeldOut, result)).ToList(), "held_out_2");
        table.WriteWrong("Growth that is not found", results.Where(result => result.Program.Grows && !result.IsFound));
        table.WriteWrong("False alarms", results.Where(result => result.IsFalseAlarm));
        table.WriteWrong("Found, but another holder is named", results.Where(result => result.IsFound && result.Program.Holder is not null && !result.NamesHolder));
        table.WriteWrong("Found, but the bytes are off by more than 10 %", results.Where(result => result.IsFound && result.Error > 0.10));
        return table._text.ToString();
    }

    private static bool Is(string group, ProgramResult result) => result.Program.Kind.StartsWith(group, StringComparison.Ordinal);

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
