namespace LeakLens.Engine.Rules;

/// <summary>Whether findings of a rule can be fixed by an edit. Not every finding that could be is: a fix is offered only when it is proven.</summary>
public enum FixAvailability
{
    /// <summary>Nothing but a person can.</summary>
    None,

    /// <summary>By edits that change what the program does: each wants to be looked at.</summary>
    Review,

    /// <summary>Some of them by edits that keep the meaning.</summary>
    Safe,
}
