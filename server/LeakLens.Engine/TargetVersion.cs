namespace LeakLens.Engine;

/// <summary>The CPython whose bytes are counted: its 64-bit build.</summary>
public enum TargetVersion
{
    Python311,
    Python312,
    Python313,
    Python314,
}
