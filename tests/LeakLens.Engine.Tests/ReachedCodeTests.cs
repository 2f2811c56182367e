namespace LeakLens.Engine.Tests;

public sealed class ReachedCodeTests
{
    [Fact]
    public void A_place_is_new_once()
    {
        var reached = new ReachedCode(1_000);

        reached.Reach(40).ShouldBeTrue();
        reached.Reach(40).ShouldBeFalse();
        reached.Reach(400).ShouldBeTrue();
    }

    [Fact]
    public void Another_piece_of_work_has_been_nowhere()
    {
        var reached = new ReachedCode(1_000);
        for (var work = 0; work < 600; work++)
        {
            reached.Begin();
            reached.Reach(40).ShouldBeTrue();
            reached.Reach(40).ShouldBeFalse();
        }
    }

    [Fact]
    public void What_came_to_its_end_stays_known_to_all_later_work()
    {
        var reached = new ReachedCode(1_000);
        reached.Reach(40);
        reached.Reach(80);
        reached.Finish(80);
        for (var work = 0; work < 600; work++)
        {
            reached.Begin();
            reached.IsFinished(40).ShouldBeFalse();
            reached.IsFinished(80).ShouldBeTrue();
        }

        reached.Reach(80).ShouldBeTrue();
        reached.IsReached(400).ShouldBeFalse();
    }

    [Fact]
    public void Code_of_another_text_does_no_harm()
    {
        var reached = new ReachedCode(0);

        reached.Reach(5_000).ShouldBeTrue();
        reached.Reach(9_000).ShouldBeFalse();
    }
}
