namespace LeakLens.Workspace.Tests.Accuracy;

/// <summary>Holds docs/accuracy.md against the engine as it is; <c>npm run accuracy</c> writes it anew.</summary>
public sealed class AccuracyTests
{
    private const string Begin = "<!-- Below is what `npm run accuracy` writes. -->\n";
    private const string UpdateVariable = "LEAKLENS_UPDATE_ACCURACY";
    private const string AcceptVariable = "LEAKLENS_ACCEPT_WORSE";

    private static string Document => RepositoryFolder.Combine("docs", "accuracy.md");

    [Fact]
    [Trait("Category", "Proof")]
    public void The_accuracy_is_that_of_the_document()
    {
        var before = File.ReadAllText(Document).ReplaceLineEndings("\n");
        var prose = before[..(before.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];
        var now = prose + "\n" + AccuracyTable.Print([.. MeasuredProgram.ReadAll().Select(ProgramResult.Of)]);
        var worse = Compare(FiguresOf(before), FiguresOf(now));
        if (!IsSet(AcceptVariable))
        {
            worse.ShouldBeEmpty();
        }

        if (IsSet(UpdateVariable))
        {
            File.WriteAllText(Document, now);
            return;
        }

        now.ShouldBe(before, "the engine answers otherwise than docs/accuracy.md says, and no figure is worse: `npm run accuracy` writes it anew");
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) == "1";

    private static List<KindFigures> FiguresOf(string document) => [.. document.Split('\n').Select(KindFigures.FromRow).OfType<KindFigures>()];

    private static string Compare(List<KindFigures> before, List<KindFigures> now) =>
        string.Join('\n', from figures in now from old in before where old.Kind == figures.Kind from worse in figures.WorseThan(old) select worse);
}
