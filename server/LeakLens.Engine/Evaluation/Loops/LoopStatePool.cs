namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>States and decisions of trips that nobody looks at any more, to be filled again: loops take and drop them by the hundred thousand.</summary>
internal sealed class LoopStatePool
{
    private const int MostSpare = 256;

    private readonly Stack<LoopState> _spare = new();

    private readonly Stack<GuardLog> _spareGuards = new();

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
