namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>States and decisions of trips that nobody looks at any more, to be filled again: loops take and drop them by the hundred thousand.</summary>
internal sealed class LoopStatePool
{
    private const int MostSpare = 256;

    private readonly Stack<LoopState> _spare = new();

    private readonly Stack<GuardLog> _spareGuards = new();

    private readonly Stack<LoopTables> _spareTables = new();

    private readonly Stack<StepHistory> _spareHistories = new();

    /// <summary>For whoever looks at one loop at a time; empty it first.</summary>
    public List<Change> Changes { get; } = [];

    public LoopTables TakeTables() => _spareTables.TryPop(out var tables) ? tables : new LoopTables();

    public void GiveBack(LoopTables tables)
    {
        if (_spareTables.Count < MostSpare && tables.TryClear())
        {
            _spareTables.Push(tables);
        }
    }

    public StepHistory TakeHistory() => _spareHistories.TryPop(out var history) ? history : new StepHistory(this);

    public void GiveBack(StepHistory history)
    {
        history.Clear();
        if (_spareHistories.Count < MostSpare)
        {
            _spareHistories.Push(history);
        }
    }

    public LoopState Take() => _spare.TryPop(out var state) ? state : new LoopState();

    public GuardLog TakeGuards() => _spareGuards.TryPop(out var guards) ? guards : new GuardLog();

    public void GiveBack(List<MacroStep> steps, int count)
    {
        for (var i = 0; i < count && _spare.Count < MostSpare; i++)
        {
            steps[i].State.Clear();
            _spare.Push(steps[i].State);
            GiveBack(steps[i].Guards);
        }
    }

    public void GiveBack(GuardLog guards)
    {
        if (!guards.IsShared && _spareGuards.Count < MostSpare)
        {
            guards.Clear();
            _spareGuards.Push(guards);
        }
    }
}
