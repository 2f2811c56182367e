using LeakLens.Engine.Evaluation;

namespace LeakLens.Engine.Tests.Evaluation;

public sealed class BudgetTests
{
    [Fact]
    public void Work_without_news_ends()
    {
        var budget = new Budget(100_000, default);
        budget.Allow(50_000, patience: 500);

        StepsUntilSpent(budget).ShouldBeInRange(500, 500 + (2 * Budget.CancellationInterval));
    }

    [Fact]
    public void Work_that_took_long_to_come_somewhere_may_go_on_for_longer()
    {
        var budget = new Budget(100_000, default);
        budget.Allow(50_000, patience: 500);
        for (var i = 0; i < 8_000; i++)
        {
            budget.BringNews();
            budget.Step();
        }

        StepsUntilSpent(budget).ShouldBeInRange(10_000, 10_000 + (2 * Budget.CancellationInterval));
    }

    [Fact]
    public void Other_work_begins_with_its_patience_anew()
    {
        var budget = new Budget(100_000, default);
        budget.Allow(50_000, patience: 500);
        StepsUntilSpent(budget);
        budget.Allow(3_000);

        StepsUntilSpent(budget).ShouldBe(2_999);
    }

    [Fact]
    public void News_do_not_lift_the_limit()
    {
        var budget = new Budget(100_000, default);
        budget.Allow(1_000, patience: 500);
        var steps = 0;
        Should.Throw<BudgetSpentException>(() =>
        {
            while (true)
            {
                budget.BringNews();
                budget.Step();
                steps++;
            }
        });

        steps.ShouldBe(999);
    }

    private static int StepsUntilSpent(Budget budget)
    {
        var steps = 0;
        Should.Throw<BudgetSpentException>(() =>
        {
            while (true)
            {
                budget.Step();
                steps++;
            }
        });
        return steps;
    }
}
