namespace LeakLens.Engine.Evaluation;

/// <summary>Where a dict or set keeps what is known of its keys. The name cannot be written in Python.</summary>
internal static class ContainerKeys
{
    public const string Slot = "<keys>";
}
