namespace LeakLens.Workspace.Gate;

/// <summary>
/// How many characters a gate may analyse again to find changes that would pass, over all files. It has to answer at once, and to a thousand files that
/// are refused nobody reads a thousand changes. Counted in characters and in the order of the files: one input gives one output.
/// </summary>
internal sealed class TryBudget
{
    private int _left = 128 * 1024;

    /// <summary>A text of this length may be tried at least once more.</summary>
    public bool Allows(int characters) => characters <= _left;

    /// <summary>Takes one try off; false when there is too little left.</summary>
    public bool Spend(int characters)
    {
        if (!Allows(characters))
        {
            return false;
        }

        _left -= characters;
        return true;
    }
}
