namespace LeakLens.Python;

/// <summary>The CPython whose behaviour is meant where two differ.</summary>
public enum PythonVersion
{
    Python311,
    Python314,
}
