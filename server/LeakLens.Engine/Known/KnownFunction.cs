namespace LeakLens.Engine.Known;

/// <summary>
/// A function of Python's on known values. Null when the result is not known: an argument of another kind, a result too long
/// to be kept, a rule that is not followed here. It never throws.
/// </summary>
internal delegate object? KnownFunction(KnownCall call);
