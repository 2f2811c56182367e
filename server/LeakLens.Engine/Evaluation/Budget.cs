namespace LeakLens.Engine.Evaluation;

/// <summary>Bounds the work of one analysis. Counted in steps, so that the answer is the same on every machine.</summary>
internal sealed class Budget
{
    /// <summary>Steps after which at the latest a cancellation is noticed.</summary>
    internal const int CancellationInterval = 256;

    /// <summary>Steps without news that hurried work may take at least; work of which more patience is asked has it in a hurry as well.</summary>
    internal const int PatienceInHurry = 1_500;

    /// <summary>The last part of a share is for coming to an end: the second half.</summary>
    private const int PartInHurry = 2;

    private readonly CancellationToken _cancellation;
    private int _stepsLeft;
    private int _shareLeft;
    private long _taken;
    private int _untilCheck = CancellationInterval;
    private Patience _patience;
    private int _hurryBelow;
    private bool _isImpatient;
    private int _least = int.MaxValue;

    public Budget(int steps, CancellationToken cancellation)
    {
        _stepsLeft = steps;
        _shareLeft = steps;
        _cancellation = cancellation;
        _patience.Begin(taken: 0, int.MaxValue);
    }

    public int Left => _shareLeft;

    /// <summary>
    /// The present piece of work has brought no news for too long, or has little left: it should come to its end, and be thorough only where it has
    /// not been yet.
    /// </summary>
    public bool IsHurried => _isImpatient || _shareLeft < _hurryBelow;

    /// <summary>Steps taken so far. May be read while another thread evaluates.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>Of these, those for <see cref="StepAside"/>.</summary>
    public long TakenAside { get; private set; }

    /// <summary>The next piece of work may take that many steps, and no more than are left in all.</summary>
    /// <param name="patience">Steps without news after which it ends at the earliest.</param>
    /// <param name="reserve">Steps besides, in which it is to come to its end.</param>
    public void Allow(int steps, int patience = int.MaxValue, int reserve = 0)
    {
        _shareLeft = Math.Max(1, Math.Min(steps + reserve, _stepsLeft));
        _hurryBelow = reserve > 0 ? Math.Min(reserve, _shareLeft / PartInHurry * 2) : _shareLeft / PartInHurry;
        _least = patience;
        _patience.Begin(_taken, patience);
        _isImpatient = false;
    }

    /// <summary>From now on the present piece of work ends when it brings no more news, after so many steps at the earliest.</summary>
    public void BePatient(int steps)
    {
        _least = steps;
        _patience.Limit(_taken, steps);
    }

    /// <summary>The work came to something to which it had not come before.</summary>
    public void BringNews()
    {
        if (_isImpatient)
        {
            _isImpatient = false;
            _patience.Limit(_taken, _least);
        }

        _patience.BringNews(_taken);
    }

    /// <summary>Allows the present piece of work so many more steps; of those that it does not need, as many are taken back.</summary>
    public void Lend(int steps)
    {
        _stepsLeft += steps;
        _shareLeft += steps;
    }

    /// <summary>The present piece of work may take no more than that many further steps.</summary>
    public void Limit(int steps)
    {
        _shareLeft = Math.Min(_shareLeft, Math.Max(1, steps));
        _hurryBelow = Math.Min(_hurryBelow, _shareLeft / PartInHurry);
    }

    /// <summary>Takes one step, or work worth several.</summary>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    /// <exception cref="BudgetSpentException">No steps are left, or no news came for too long.</exception>
    public void Step(int cost = 1)
    {
        _stepsLeft -= cost;
        _shareLeft -= cost;
        if (_shareLeft <= 0)
        {
            throw new BudgetSpentException();
        }

        _untilCheck -= cost;
        if (_untilCheck <= 0)
        {
            _untilCheck = CancellationInterval;
            _cancellation.ThrowIfCancellationRequested();
            if (_patience.IsOver(_taken))
            {
                Hurry();
            }
        }

        _taken += cost;
    }

    /// <summary>Work that does not bring the program on: what is there is measured.</summary>
    /// <inheritdoc cref="Step" path="/exception"/>
    public void StepAside(int cost)
    {
        TakenAside += cost;
        Step(cost);
    }

    private void Hurry()
    {
        if (_isImpatient)
        {
            throw new BudgetSpentException();
        }

        _isImpatient = true;
        _patience.Begin(_taken, _least == int.MaxValue ? PatienceInHurry : Math.Max(PatienceInHurry, _least));
    }
}
