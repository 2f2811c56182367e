using System.Collections.Immutable;
using LeakLens.Engine.Library;
using LeakLens.Engine.Rules.Contracts;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Reports;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.OwnRules;

/// <summary>Reads the values of a rule's file, and notes with its place whatever is none of what may stand there.</summary>
internal sealed class OwnRuleCheck(string file, string text)
{
    private const int MostProblems = 20;
    private const int MostItems = 20;
    private const int LongestItem = 200;
    private const int LongestShown = 60;
    private const int LongestReason = 120;

    private readonly JsonPlaces _places = new(text);
    private readonly List<ConfigurationError> _problems = [];

    /// <summary>What is wrong, in the order of the file; of many the first.</summary>
    public ImmutableArray<ConfigurationError> Problems => [.. _problems.OrderBy(static problem => problem.Line).ThenBy(static problem => problem.Column).Take(MostProblems)];

    /// <summary>Where a value, or the name of a property, begins.</summary>
    public void Add(JToken token, string message)
    {
        var info = (IJsonLineInfo)token;
        var (line, column) = _places.Of(info.LineNumber, info.LinePosition, token is JProperty);
        _problems.Add(new ConfigurationError(file, line, column, message));
    }

    /// <summary>What is wrong with all of the file.</summary>
    public void AddWhole(string message) => _problems.Add(new ConfigurationError(file, 1, 1, message));

    /// <summary>What is no JSON.</summary>
    /// <param name="isOpen">Something has begun that has to end.</param>
    /// <param name="message">What to say of it; null for what the reader says.</param>
    public void Add(JsonReaderException exception, bool isOpen, string? message)
    {
        var end = exception.Message.IndexOf(" Path '", StringComparison.Ordinal);
        var reason = isOpen && _places.IsEnd(exception.LineNumber, exception.LinePosition) ? "the text ends too early" : (end > 0 ? exception.Message[..end] : exception.Message).TrimEnd('.');
        var (line, column) = _places.Behind(exception.LineNumber, exception.LinePosition);
        _problems.Add(new ConfigurationError(file, line, column, message ?? "no JSON: " + Shown(char.ToLowerInvariant(reason[0]) + reason[1..], LongestReason)));
    }

    /// <summary>A text of one line without characters that steer a terminal; null, and told, for all else. Null and not told for a property that is not there.</summary>
    public string? ReadText(JObject owner, string name, int longest)
    {
        if (owner.Property(name, StringComparison.Ordinal) is not { } property)
        {
            return null;
        }

        var problem = property.Value switch
        {
            JValue { Value: string { Length: 0 } } => "is empty",
            JValue { Value: string written } when written.Length > longest => $"has at most {longest} characters, not {written.Length}",
            JValue { Value: string written } when !MessageTemplate.IsPlain(written) => "has a character that is none of a line of text",
            JValue { Value: string written } when string.IsNullOrWhiteSpace(written) => "is empty",
            JValue { Value: string } => null,
            _ => "takes a text",
        };
        if (problem is null)
        {
            return (string?)property.Value;
        }

        Add(property.Value, $"'{name}' {problem}");
        return null;
    }

    /// <summary>True, false, or null for a property that is not there or holds something else, which is told.</summary>
    public bool? ReadSwitch(JObject owner, string name)
    {
        if (owner.Property(name, StringComparison.Ordinal) is not { } property)
        {
            return null;
        }

        if (property.Value is JValue { Value: bool value })
        {
            return value;
        }

        Add(property.Value, $"'{name}' takes true or false");
        return null;
    }

    /// <summary>One text, or a list of some; each goes through a check that says what it lacks.</summary>
    public ImmutableArray<string> ReadTexts(JObject owner, string name, Func<string, string?> problemOf)
    {
        if (owner.Property(name, StringComparison.Ordinal) is not { } property)
        {
            return [];
        }

        var items = property.Value is JArray { Count: > 0 } list ? list.Children() : property.Value is JValue { Value: string } one ? [one] : Enumerable.Empty<JToken>();
        var texts = ImmutableArray.CreateBuilder<string>();
        if (!items.Any())
        {
            Add(property.Value, $"'{name}' takes a text or a list of texts");
        }
        else if (items.Skip(MostItems).Any())
        {
            Add(property.Value, $"'{name}' takes at most {MostItems} texts");
        }
        else
        {
            foreach (var item in items)
            {
                ReadItem(item, name, problemOf, texts);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>Each property that has no meaning here is told, with the one that was probably meant.</summary>
    public void RequireKnown(JObject owner, IReadOnlyList<string> known)
    {
        foreach (var property in owner.Properties().Where(property => !known.Contains(property.Name, StringComparer.Ordinal)))
        {
            var nearest = NearestName.Find(property.Name, known) is { } found ? $" (did you mean '{found}'?)" : known.Count > 0 ? $"; there are {string.Join(", ", known)}" : "; there is none";
            Add(property, $"there is no '{Shown(property.Name)}' here{nearest}");
        }
    }

    /// <summary>Of a text that somebody else wrote, as much as a message shows.</summary>
    public static string Shown(string written) => Shown(written, LongestShown);

    private static string Shown(string written, int longest)
    {
        var shown = DisplayWidth.Sanitize(written);
        return shown.Length <= longest ? shown : shown[..(char.IsHighSurrogate(shown[longest - 1]) ? longest - 1 : longest)] + "…";
    }

    private void ReadItem(JToken item, string name, Func<string, string?> problemOf, ImmutableArray<string>.Builder texts)
    {
        if (item is not JValue { Value: string written })
        {
            Add(item, $"'{name}' takes a text or a list of texts");
        }
        else if (written.Length is 0 or > LongestItem || !MessageTemplate.IsPlain(written))
        {
            Add(item, $"'{name}' takes texts of 1 to {LongestItem} characters");
        }
        else if (problemOf(written) is { } problem)
        {
            Add(item, problem);
        }
        else
        {
            texts.Add(written);
        }
    }
}
