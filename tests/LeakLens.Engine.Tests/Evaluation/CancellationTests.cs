using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>A cancellation is noticed within a number of steps, at whatever moment it comes. Steps, not seconds: the machine may be busy.</summary>
public sealed class CancellationTests
{
    private const string Program = """
        import random
        kept = []
        table = {}
        def work(items):
            for item in items:
                if item.ready:
                    kept.append(str(item))
                elif item.key in table:
                    continue
                else:
                    table[item.key] = [item, random.random()]
        n = 7
        for i in range(100000):
            n = (n * 1103515245 + 12345) % 2147483648
            for j in range(n % 11):
                kept.append((i, j))
            if n % 3 == 1:
                kept.pop()
        """;

    [Fact]
    public void A_cancellation_is_noticed_within_its_interval()
    {
        var tree = SyntaxTree.Parse(SourceText.From(Program.ReplaceLineEndings("\n")));
        var random = new Random(20261121);
        for (var i = 0; i < 25; i++)
        {
            Check(tree, random.Next(1, 30_000));
        }
    }

    [Fact]
    public void A_cancellation_before_the_start_ends_at_once()
    {
        var tree = SyntaxTree.Parse(SourceText.From(Program.ReplaceLineEndings("\n")));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => MemoryFacts.Gather(tree, source.Token));
    }

    private static void Check(SyntaxTree tree, int moment)
    {
        using var source = new CancellationTokenSource();
        var budget = new Budget(200_000, source.Token);
        var evaluator = new Evaluator(tree, budget, TargetVersion.Python311, CancellationToken.None);
        var noticed = 0L;
        var ended = false;
        var asking = new Thread(() =>
        {
            SpinWait.SpinUntil(() => budget.Taken >= moment || Volatile.Read(ref ended));
            source.Cancel();
            Volatile.Write(ref noticed, budget.Taken);
        });
        asking.Start();
        try
        {
            evaluator.Run();
        }
        catch (OperationCanceledException)
        {
            // On a busy machine the other thread may come only when all is done: then no step was taken too many either.
        }

        Volatile.Write(ref ended, value: true);
        asking.Join();
        (budget.Taken - noticed).ShouldBeLessThanOrEqualTo(Budget.CancellationInterval);
    }
}
