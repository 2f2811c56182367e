namespace LeakLens.Engine.Evaluation.Strands;

/// <summary>Lets one thread through each time it is opened.</summary>
internal sealed class Gate
{
    private readonly object _monitor = new();
    private bool _isOpen;

    public void Open()
    {
        lock (_monitor)
        {
            _isOpen = true;
            Monitor.Pulse(_monitor);
        }
    }

    public void Pass()
    {
        lock (_monitor)
        {
            while (!_isOpen)
            {
                Monitor.Wait(_monitor);
            }

            _isOpen = false;
        }
    }
}
