using LeakLens.Engine.Evaluation;

namespace LeakLens.Engine.Tests.Evaluation;

public sealed class BudgetTests
{
    [Fact]
    public void Work_without_news_is_hurried_and_then_ends()
    {
        var budget = new Budget(100_000, default);
        budget.Allow(50_000, patience: 500);

        StepsUntilHurried(budget).ShouldBeInRange(500, 500 + (2 * Budget.CancellationInterval));
        StepsUntilSpent(budget).ShouldBeInRange(Budget.PatienceInHurry, Budget.PatienceInHurry + (2 * Budget.CancellationInterval));
    }

    [Fact]
    public void News_end_the_hurry()
    {
        var budget = new Budget(100_000, default);
        budget.Allow(50_000, patience: 500);
        StepsUntilHurried(budget);
        budget.BringNews();

        budget.IsHurried.ShouldBeFalse();
    }

    [Fact]
    public void Work_that_has_little_left_is_hurried()
    {
        var budget = new Budget(100_000, default);
        budget.Allow(50_000);

        StepsUntilHurried(budget).ShouldBeInRange(25_000, 25_000 + (2 * Budget.CancellationInterval));
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

        StepsUntilHurried(budget).ShouldBeInRange(10_000, 10_000 + (2 * Budget.CancellationInterval));
    }

    [Fact]
    public void Other_work_begins_with_its_patience_anew()
    {
        var budget = new Budget(100_000, default);
        budget.Allow(50_000, patience: 500);
        StepsUntilSpent(budget);
        budget.Allow(3_000);

        budget.IsHurried.ShouldBeFalse();
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

    private static int StepsUntilHurried(Budget budget)
    {
        var steps = 0;
        for (; !budget.IsHurried; steps++)
        {
            budget.Step();
        }

        return steps;
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
