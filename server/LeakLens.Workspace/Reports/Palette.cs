using LeakLens.Engine.Findings;

namespace LeakLens.Workspace.Reports;

/// <summary>Colours of a terminal, or none.</summary>
public sealed class Palette
{
    private const string Reset = "\e[0m";

    private readonly bool _isOn;

    public Palette(bool isOn)
    {
        _isOn = isOn;
    }

    public string Bold(string text) => Wrap(text, "\e[1m");

    public string Dim(string text) => Wrap(text, "\e[2m");

    public string Gutter(string text) => Wrap(text, "\e[1;34m");

    public string Level(FindingLevel level, string text) => Wrap(text, level switch
    {
        FindingLevel.Error => "\e[1;31m",
        FindingLevel.Warning => "\e[1;33m",
        _ => "\e[1;36m",
    });

    private string Wrap(string text, string code) => _isOn && text.Length > 0 ? code + text + Reset : text;
}
