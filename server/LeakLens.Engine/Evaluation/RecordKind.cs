namespace LeakLens.Engine.Evaluation;

/// <summary>Whether Python makes the <c>__init__</c> of a class of its fields.</summary>
internal enum RecordKind
{
    None,
    Dataclass,
    NamedTuple,
}
