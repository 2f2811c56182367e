namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>
/// A decision that looked at characters of a string. When the same characters were looked at in trip after trip the
/// decision stays; when they move, nothing is known of the next trip.
/// </summary>
/// <param name="Examined">The characters that decided: a prefix, a suffix, the whole.</param>
internal sealed record TextEvent(GuardKey Guard, string Examined);
