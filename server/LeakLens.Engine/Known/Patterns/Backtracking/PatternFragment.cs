namespace LeakLens.Engine.Known.Patterns.Backtracking;

/// <summary>A part of a pattern on its way to an automaton: where it may begin and end, with 1 for one way and 2 for several.</summary>
/// <param name="Empty">How many ways there are to take nothing: 0, 1, or 2 for several.</param>
internal sealed record PatternFragment(Dictionary<int, int> First, Dictionary<int, int> Last, int Empty)
{
    private const int Several = 2;

    public static readonly PatternFragment Nothing = new([], [], 1);

    public static PatternFragment Of(int position) => new(new() { [position] = 1 }, new() { [position] = 1 }, 0);

    public PatternFragment Then(PatternFragment next) =>
        new(Sum(First, next.First, Empty), Sum(next.Last, Last, next.Empty), Math.Min(Several, Empty * next.Empty));

    public PatternFragment Or(PatternFragment other) => new(Sum(First, other.First, 1), Sum(Last, other.Last, 1), Math.Min(Several, Empty + other.Empty));

    /// <summary>It may be left out. Of nothing taken in a repetition the matcher makes one way.</summary>
    public PatternFragment OrNothing() => this with { Empty = 1 };

    private static Dictionary<int, int> Sum(Dictionary<int, int> left, Dictionary<int, int> right, int times)
    {
        if (times == 0 || right.Count == 0)
        {
            return left;
        }

        var sum = new Dictionary<int, int>(left);
        foreach (var (position, ways) in right)
        {
            sum[position] = Math.Min(Several, sum.GetValueOrDefault(position) + (ways * times));
        }

        return sum;
    }
}
