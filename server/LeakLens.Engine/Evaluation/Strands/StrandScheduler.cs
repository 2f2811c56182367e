using System.Runtime.ExceptionServices;

namespace LeakLens.Engine.Evaluation.Strands;

/// <summary>
/// Threads and tasks of the exact run. One strand runs at a time, until it waits; then the first of the others goes on that can.
/// Time is a number that moves when all are asleep. So the same program always runs the same way.
/// </summary>
internal sealed class StrandScheduler : IDisposable
{
    private const int MostAlive = 300;
    private const int MostBegun = 6_000;
    private const int StackBytes = 16 * 1024 * 1024;

    private readonly Strand _main = new() { HasBegun = true };
    private readonly List<Strand> _standing = [];
    private readonly List<Strand> _all = [];
    private readonly Stack<Carrier> _idle = new();
    private ExceptionDispatchInfo? _failure;
    private bool _isOver;
    private int _begun;

    public StrandScheduler()
    {
        Current = _main;
    }

    public Strand Current { get; private set; }

    public double Now { get; private set; }

    /// <summary>Makes a strand that goes on when others wait.</summary>
    public Strand Begin(Action body)
    {
        if (_standing.Count >= MostAlive || _begun++ >= MostBegun)
        {
            throw new NotDeterminedException();
        }

        var strand = new Strand { Body = body };
        _standing.Add(strand);
        return strand;
    }

    /// <summary>Lets a strand that was just made run first; the present one goes on as soon as that waits.</summary>
    public void RunFirst(Strand strand)
    {
        var present = Current;
        present.Awaited = null;
        _standing.Remove(strand);
        _standing.Insert(0, present);
        Switch(present, strand);
    }

    /// <summary>Waits until something is so, or a moment comes, or the strand is cancelled.</summary>
    public void WaitUntil(Func<bool> awaited, double deadline)
    {
        var present = Current;
        (present.Awaited, present.Deadline) = (awaited, deadline);
        _standing.Add(present);
        var next = TakeNext();
        if (!ReferenceEquals(next, present))
        {
            Switch(present, next);
        }

        (present.Awaited, present.Deadline) = (null, double.PositiveInfinity);
    }

    /// <summary>Ends all that still waits.</summary>
    public void Dispose()
    {
        _isOver = true;
        foreach (var strand in _all.Where(static strand => !strand.IsDone))
        {
            strand.GiveTurn();
        }

        foreach (var carrier in _idle)
        {
            carrier.Carry(null);
        }
    }

    private Strand TakeNext()
    {
        var at = _standing.FindIndex(strand => strand.CanGoOn(Now));
        if (at < 0 && _standing.Min(static strand => strand.Deadline) is var moment && double.IsFinite(moment))
        {
            Now = Math.Max(Now, moment);
            at = _standing.FindIndex(strand => strand.CanGoOn(Now));
        }

        if (at < 0)
        {
            throw new NotDeterminedException();
        }

        var next = _standing[at];
        _standing.RemoveAt(at);
        return next;
    }

    private void Switch(Strand from, Strand to)
    {
        Hand(to);
        from.AwaitTurn();
        if (_isOver)
        {
            throw new StrandAbortedException();
        }

        if (_failure is { } failure && ReferenceEquals(from, _main))
        {
            failure.Throw();
        }
    }

    private void Hand(Strand to)
    {
        Current = to;
        if (to.HasBegun)
        {
            to.GiveTurn();
            return;
        }

        to.HasBegun = true;
        _all.Add(to);
        if (!_idle.TryPop(out var carrier))
        {
            carrier = new Carrier();
            var fresh = carrier;
            new Thread(() => CarryOn(fresh), StackBytes) { IsBackground = true }.Start();
        }

        carrier.Carry(to);
    }

    private void CarryOn(Carrier carrier)
    {
        while (carrier.AwaitStrand() is { } strand && Run(strand, carrier))
        {
        }
    }

    /// <returns>Whether another strand may follow.</returns>
    private bool Run(Strand strand, Carrier carrier)
    {
        try
        {
            strand.Body?.Invoke();
            strand.IsDone = true;
            var next = TakeNext();
            _idle.Push(carrier);
            Hand(next);
            return true;
        }
        catch (StrandAbortedException)
        {
            return false;
        }
        catch (Exception failure)
        {
            // The module's own strand throws it again.
            strand.IsDone = true;
            _failure = ExceptionDispatchInfo.Capture(failure);
            _standing.Remove(_main);
            Hand(_main);
            return false;
        }
    }

    /// <summary>A thread that runs one strand after the other.</summary>
    private sealed class Carrier
    {
        private readonly Gate _given = new();
        private Strand? _strand;

        public void Carry(Strand? strand)
        {
            _strand = strand;
            _given.Open();
        }

        /// <summary>The next strand to run; null when there will be none.</summary>
        public Strand? AwaitStrand()
        {
            _given.Pass();
            return _strand;
        }
    }
}
