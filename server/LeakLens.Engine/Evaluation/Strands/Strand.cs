namespace LeakLens.Engine.Evaluation.Strands;

/// <summary>One line of the exact run: the module's own, a thread, or a task. It has a thread of its own, but waits there for its turn.</summary>
internal sealed class Strand
{
    private readonly Gate _turn = new();

    /// <summary>What it does; nothing for the module's own, which runs where it is.</summary>
    public Action? Body { get; init; }

    /// <summary>What it waits for; null when it could go on.</summary>
    public Func<bool>? Awaited { get; set; }

    /// <summary>When it goes on in any case.</summary>
    public double Deadline { get; set; } = double.PositiveInfinity;

    public bool HasBegun { get; set; }

    public bool IsDone { get; set; }

    /// <summary>Somebody cancelled it: where it waits it gets an exception instead.</summary>
    public bool IsCancelled { get; set; }

    public bool CanGoOn(double now) => Awaited is null || IsCancelled || Deadline <= now || Awaited();

    public void AwaitTurn() => _turn.Pass();

    public void GiveTurn() => _turn.Open();
}
