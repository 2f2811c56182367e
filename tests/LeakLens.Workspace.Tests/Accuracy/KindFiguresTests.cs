namespace LeakLens.Workspace.Tests.Accuracy;

public sealed class KindFiguresTests
{
    private static readonly KindFigures Figures = KindFigures.Of("queues",
    [
        Result(grows: true, truth: 1_000_000, claimed: 1_010_000),
        Result(grows: true, truth: 1_000_000, claimed: 499_999),
        Result(grows: true, truth: 1_000_000, claimed: double.PositiveInfinity),
        Result(grows: false, truth: 50_000, claimed: 200_000),
        Result(grows: false, truth: 50_000, claimed: 200_001),
        Result(grows: false, truth: 150_000, claimed: 300_000),
    ]);

    [Fact]
    public void A_row_counts_what_the_document_defines() =>
        Figures.ToRow().ShouldBe("| queues | 3 | 2 (67 %) | 2 of 2 | 3 | 1 (33 %) | 1 (33 %) | 1 (33 %) | 50 % |");

    [Fact]
    public void A_row_is_read_as_it_was_written() =>
        KindFigures.FromRow(Figures.ToRow()).ShouldBe(Figures with { MedianError = 0 });

    [Fact]
    public void Other_lines_are_no_rows()
    {
        foreach (var line in KindFigures.Heading.Split('\n').Append("- `pairs/a.py` holds 1").Append(""))
        {
            KindFigures.FromRow(line).ShouldBeNull();
        }
    }

    [Fact]
    public void What_is_worse_is_named()
    {
        Figures.WorseThan(Figures).ShouldBeEmpty();
        (Figures with { Found = 1, Holders = 1, Named = 1 }).WorseThan(Figures).ShouldBe(["queues: found was 67 %, is 33 %", "queues: holder named was 67 %, is 33 %"]);
        (Figures with { FalseAlarms = 2 }).WorseThan(Figures).ShouldBe(["queues: without a false alarm was 67 %, is 33 %"]);
        (Figures with { Within2 = 3, Within10 = 3, FalseAlarms = 0 }).WorseThan(Figures).ShouldBeEmpty();
    }

    private static ProgramResult Result(bool grows, long truth, double claimed) =>
        new(new MeasuredProgram("queues", "a.py", grows, IsPeak: false, truth, grows ? "jobs" : null), claimed, NamesHolder: grows);
}
