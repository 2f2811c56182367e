using System.Globalization;
using LeakLens.Workspace.Reports;

namespace LeakLens.Workspace.Configuration;

/// <summary>The configuration in force for one file, as TOML that could be put into a file, each value with where it comes from.</summary>
public sealed class ConfigurationTextReport
{
    private const int OriginColumn = 48;

    private readonly TextWriter _output;
    private readonly EffectiveConfiguration _configuration;
    private readonly string _fullPath;

    private ConfigurationTextReport(TextWriter output, EffectiveConfiguration configuration, string fullPath)
    {
        _output = output;
        _configuration = configuration;
        _fullPath = fullPath;
    }

    /// <param name="fullPath">The file or folder that is asked about.</param>
    /// <param name="shownAs">What to call it.</param>
    public static void Write(TextWriter output, EffectiveConfiguration configuration, string fullPath, string shownAs)
    {
        output.WriteLine($"# In force for {DisplayWidth.Sanitize(shownAs)}");
        var report = new ConfigurationTextReport(output, configuration, fullPath);
        report.WriteExclusion();
        report.WriteSettings();
        report.WriteLevels();
        report.WriteThresholds();
        report.WriteRules();
    }

    private void WriteExclusion()
    {
        if (_configuration.FindExclusionOfPathOrParent(_fullPath) is { } exclusion)
        {
            _output.WriteLine($"# It is left out of a scan by {ConfigurationText.Quote(exclusion.Value.Text)} ({exclusion.Origin})");
        }
    }

    private void WriteSettings()
    {
        foreach (var setting in ConfigurationText.SettingsOf(_configuration))
        {
            WriteLine($"{setting.Key} = {setting.Value}", setting.Origin);
        }

        if (_configuration.Models is { } models)
        {
            _output.WriteLine($"# Models of {string.Join(", ", models.Modules)}");
        }
    }

    private void WriteLevels()
    {
        var levels = _configuration.Rules.Where(rule => rule.Level is not null).ToList();
        if (levels.Count > 0)
        {
            _output.WriteLine("\n[rules]");
        }

        foreach (var rule in levels)
        {
            if (rule.Level is { } level)
            {
                WriteLine($"{rule.Rule.Id} = \"{JsonNames.Of(level.Value)}\"", level.Origin);
            }
        }
    }

    private void WriteThresholds()
    {
        foreach (var rule in _configuration.Rules.Where(rule => rule.IsOn && !rule.Thresholds.IsEmpty))
        {
            _output.WriteLine($"\n[thresholds.{rule.Rule.Id}]");
            foreach (var (name, setting) in rule.Thresholds)
            {
                WriteLine($"{name} = {ThresholdText.Format(name, setting.Value)}", setting.Origin);
            }
        }
    }

    private void WriteRules()
    {
        var idWidth = _configuration.Rules.Max(rule => rule.Rule.Id.Length);
        var width = _configuration.Rules.Max(rule => rule.Rule.Name.Length);
        _output.WriteLine($"\n# Rules: {_configuration.Rules.Count(rule => ConfigurationText.StateOf(_configuration, rule, _fullPath).IsOn).ToString(CultureInfo.InvariantCulture)} of {_configuration.Rules.Length} are on");
        foreach (var rule in _configuration.Rules)
        {
            var (isOn, origin) = ConfigurationText.StateOf(_configuration, rule, _fullPath);
            _output.WriteLine($"#   {rule.Rule.Id.PadRight(idWidth)}  {rule.Rule.Name.PadRight(width)}  {(isOn ? "on " : "off")}  ({origin})");
        }
    }

    private void WriteLine(string line, SettingOrigin origin) => _output.WriteLine($"{line.PadRight(OriginColumn)}  # {origin}");
}
