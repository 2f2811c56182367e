using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Cycles that a program drops after <c>gc.disable()</c>: nothing refers to them, and nobody will ever come for them. Of the exact run, for instances of
/// classes of the program.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>Who is said to hold them.</summary>
    private const string UncollectedName = "gc.disable";

    /// <summary>Of more instances none are told: each of them would stay in memory here.</summary>
    private const int MostUncollected = 30_000;

    /// <summary>The instances that were made since the collector was switched off; null while it is on.</summary>
    private List<HeapObject>? _uncollected;

    /// <summary>Notes what a function of the module gc does; its model says what it gives.</summary>
    private Value? CallCollector(string name)
    {
        switch (name)
        {
            case "gc.disable":
                _uncollected ??= [];
                break;
            case "gc.enable":
                _uncollected = null;
                break;
            case "gc.collect":
                _uncollected?.Clear();
                break;
            default:
                break;
        }

        return null;
    }

    private void NoteUncollected(HeapObject instance)
    {
        if (_uncollected is { } all)
        {
            all.Add(instance);
            _uncollected = all.Count > MostUncollected ? null : all;
        }
    }

    /// <summary>The program has come to its end: what is left in cycles stays.</summary>
    private void TellUncollected()
    {
        if (_uncollected is not { Count: > 0 } all)
        {
            return;
        }

        var alive = FindAlive(all);
        all.RemoveAll(alive.Contains);
        var cycles = CycleSearch.Find(all);
        _budget.Step(1 + all.Count);
        if (cycles.Count == 0)
        {
            return;
        }

        _heap.Set(ModuleFrame.Storage, SlotKey.Attribute(UncollectedName), Value.Of(cycles[0]));
        _growths.Linked(cycles, cycles);
    }
}
