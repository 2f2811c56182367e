namespace LeakLens.Engine.Known;

/// <summary>A known object that is a tuple, too: its items are what it holds, in that order.</summary>
internal interface IKnownRecord
{
    IReadOnlyList<(string Name, object Value)> Holds { get; }
}
