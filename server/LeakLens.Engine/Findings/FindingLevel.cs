namespace LeakLens.Engine.Findings;

/// <summary>How serious a finding is, from least to most.</summary>
public enum FindingLevel
{
    Note,
    Warning,
    Error,
}
