using System.Globalization;
using System.Text.RegularExpressions;

namespace LeakLens.Workspace.Tests.Accuracy;

/// <summary>One row of the table: how right the engine is about one kind of programs.</summary>
/// <param name="Holders">Found programs whose holder was named.</param>
/// <param name="Named">Found programs that have a holder to name.</param>
internal sealed partial record KindFigures(string Kind, int Growing, int Found, int Holders, int Named, int Harmless, int FalseAlarms, int Within2, int Within10, double MedianError)
{
    public const string Heading = """
        | Kind | Growing | Found | Holder named | Harmless | False alarms | Bytes within 2 % | within 10 % | Median error |
        |---|--:|--:|--:|--:|--:|--:|--:|--:|
        """;

    public static KindFigures Of(string kind, IReadOnlyCollection<ProgramResult> results)
    {
        var growing = results.Where(result => result.Program.Grows).ToList();
        var named = growing.Where(result => result.IsFound && result.Program.Holder is not null).ToList();
        var errors = growing.Select(result => result.Error).Order().ToList();
        return new KindFigures(
            kind,
            growing.Count,
            growing.Count(result => result.IsFound),
            named.Count(result => result.NamesHolder),
            named.Count,
            results.Count - growing.Count,
            results.Count(result => result.IsFalseAlarm),
            errors.Count(error => error <= 0.02),
            errors.Count(error => error <= 0.10),
            errors.Count == 0 ? 0 : errors[errors.Count / 2]);
    }

    public string ToRow() =>
        $"| {Kind} | {Growing} | {Share(Found, Growing)} | {Holders} of {Named} | {Harmless} | {Share(FalseAlarms, Harmless)} | {Share(Within2, Growing)} | {Share(Within10, Growing)} | {Percent(MedianError)} |";

    /// <summary>Reads a row; nothing when the line is none.</summary>
    public static KindFigures? FromRow(string line)
    {
        if (!Row().IsMatch(line))
        {
            return null;
        }

        var cells = line.Split('|', StringSplitOptions.TrimEntries)[1..^1];
        var numbers = cells[1..^1].Select(cell => int.Parse(cell.Split(' ')[0], CultureInfo.InvariantCulture)).ToArray();
        var named = int.Parse(cells[3].Split(' ')[^1], CultureInfo.InvariantCulture);
        return new KindFigures(cells[0], numbers[0], numbers[1], numbers[2], named, numbers[3], numbers[4], numbers[5], numbers[6], MedianError: 0);
    }

    /// <summary>What is worse here than it was; new programs change what a figure means, so then the shares are compared.</summary>
    public IEnumerable<string> WorseThan(KindFigures before)
    {
        return from figure in ((string Name, double Now, double Then)[])
               [
                   ("found", ShareOf(Found, Growing), ShareOf(before.Found, before.Growing)),
                   ("without a false alarm", ShareOf(Harmless - FalseAlarms, Harmless), ShareOf(before.Harmless - before.FalseAlarms, before.Harmless)),
                   ("bytes within 2 %", ShareOf(Within2, Growing), ShareOf(before.Within2, before.Growing)),
                   ("bytes within 10 %", ShareOf(Within10, Growing), ShareOf(before.Within10, before.Growing)),
                   ("holder named", ShareOf(Holders, Growing), ShareOf(before.Holders, before.Growing)),
               ]
               where figure.Now < figure.Then
               select $"{Kind}: {figure.Name} was {Percent(figure.Then)}, is {Percent(figure.Now)}";
    }

    private static double ShareOf(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static string Share(int part, int whole) => whole == 0 ? "0" : $"{part} ({Percent((double)part / whole)})";

    private static string Percent(double share) => share switch
    {
        double.PositiveInfinity => "no end",
        > 9.995 => "> 999 %",
        _ => (share * 100).ToString(share < 0.0995 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %",
    };

    [GeneratedRegex(@"^\| [\w*]+ \| \d+ \| \d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
