using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Contracts;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Rules;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.OwnRules;

/// <summary>
/// From the text of a <c>rule.json</c> that somebody else wrote to a rule. Nothing of it is run and no pattern of it is one over texts; it goes on
/// after a mistake, as whoever mends the file wants to see all of them.
/// </summary>
internal sealed partial class OwnRuleReader
{
    private const int MaxDepth = 8;
    internal const int LongestSummary = 200;
    internal const int LongestMessage = 300;
    internal const int LongestName = 60;
    private const int FewestLetters = 2;
    private const int MostLetters = 10;
    private const int Digits = 3;

    /// <summary>No machine has more bytes, and no program counts further.</summary>
    private const double LargestThreshold = 1L << 50;

    private static readonly string[] Properties = ["$schema", "id", "name", "summary", "defaultLevel", "when", "thresholds", "message", "advice"];
    internal static readonly string[] Levels = ["note", "warning", "error"];

    private readonly string _file;
    private readonly OwnRuleNames _names;
    private readonly OwnRuleCheck _check;

    private OwnRuleReader(string file, string text, OwnRuleNames names)
    {
        _file = file;
        _names = names;
        _check = new OwnRuleCheck(file, text);
    }

    /// <summary>Null where something is wrong.</summary>
    /// <param name="identity">The same for the same text, and for no other.</param>
    /// <param name="names">Those of rules that were read before.</param>
    public static RuleDescriptor? Read(string file, string text, string identity, OwnRuleNames names, out ImmutableArray<ConfigurationError> problems)
    {
        var reader = new OwnRuleReader(file, text, names);
        var rule = reader.Parse(text) is { } json ? reader.ReadRule(json, identity) : null;
        problems = reader._check.Problems;
        return problems.IsEmpty ? rule : null;
    }

    private JObject? Parse(string text)
    {
        using var json = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = MaxDepth };
        var isOpen = false;
        try
        {
            while (json.Read() && json.TokenType is JsonToken.Comment)
            {
                // The rule is what stands behind comments.
            }

            if (json.TokenType is JsonToken.None or JsonToken.Comment)
            {
                _check.AddWhole("there is nothing in it: a rule is an object");
                return null;
            }

            isOpen = true;
            var token = JToken.ReadFrom(json, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore, DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
            isOpen = false;
            while (json.Read())
            {
                // A second value behind the first one is an error of the reader itself.
            }

            if (token is JObject read)
            {
                return read;
            }

            _check.Add(token, "a rule is an object");
        }
        catch (JsonReaderException exception)
        {
            _check.Add(exception, isOpen, json is { TokenType: JsonToken.StartObject or JsonToken.StartArray, Depth: MaxDepth } ? $"a rule is at most {MaxDepth} levels deep" : null);
        }

        return null;
    }

    private RuleDescriptor? ReadRule(JObject json, string identity)
    {
        _check.RequireKnown(json, Properties);
        var id = ReadId(json);
        var name = ReadName(json);
        var summary = Require(json, "summary", LongestSummary, "one sentence for lists");
        var level = ReadLevel(json);
        var advice = _check.ReadText(json, "advice", LongestMessage);
        if (ReadWhen(json, out var when) is not { } fact)
        {
            return null;
        }

        var thresholds = ReadThresholds(json, fact);
        var message = ReadMessage(json, fact);
        var contract = ReadConditions(when, new Contract(fact, message ?? MessageTemplate.Nothing, identity, _file) { Advice = advice });
        if (message is null || id is null || name is null || summary is null)
        {
            return null;
        }

        return new RuleDescriptor(id, name, Family, level, summary, Cwe: [], Tags: [], thresholds) { Contract = contract };
    }

    private string? ReadId(JObject json)
    {
        if (Require(json, "id", MostLetters + Digits, "two letters or more and three digits, such as APP001") is not { } id)
        {
            return null;
        }

        var letters = id.Length - Digits;
        if (letters is < FewestLetters or > MostLetters || !id[..letters].All(char.IsAsciiLetterUpper) || !id[letters..].All(char.IsAsciiDigit))
        {
            return Fail(json, "id", $"'{OwnRuleCheck.Shown(id)}' is no id: it takes {FewestLetters} to {MostLetters} capital letters and {Digits} digits, such as APP001");
        }

        if (id.StartsWith(RuleCatalogue.Letters, StringComparison.Ordinal) || id[..letters] is "ALL")
        {
            return Fail(json, "id", $"ids that begin with {(id[..letters] is "ALL" ? "ALL" : RuleCatalogue.Letters)} are those of LeakLens");
        }

        return Take(json, "id", id);
    }

    private string? ReadName(JObject json)
    {
        if (Require(json, "name", LongestName, "words joined by hyphens, such as grows-per-request") is not { } name)
        {
            return null;
        }

        // With a hyphen it is like no id, and like no beginning of one.
        var words = name.Split('-');
        return words.Length > 1 && words.All(static word => word.Length > 0 && word.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)))
            ? Take(json, "name", name)
            : Fail(json, "name", $"'{OwnRuleCheck.Shown(name)}' is no name: it takes two words of small letters or more, joined by hyphens, such as grows-per-request");
    }

    private string? Take(JObject json, string property, string name) => _names.Take(name, _file) is { } owner ? Fail(json, property, $"'{name}' is taken by {OwnRuleCheck.Shown(owner)}") : name;

    private FindingLevel ReadLevel(JObject json)
    {
        var level = _check.ReadText(json, "defaultLevel", LongestName);
        if (level is not null && !Levels.Contains(level, StringComparer.Ordinal))
        {
            Fail(json, "defaultLevel", $"'defaultLevel' takes {string.Join(", ", Levels)}");
        }

        return level switch
        {
            "error" => FindingLevel.Error,
            "note" => FindingLevel.Note,
            _ => FindingLevel.Warning,
        };
    }

    private ImmutableDictionary<string, double> ReadThresholds(JObject json, ContractFact fact)
    {
        var thresholds = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        if (json["thresholds"] is not { } value)
        {
            return thresholds.ToImmutable();
        }

        if (value is not JObject numbers)
        {
            _check.Add(value, "'thresholds' takes an object of numbers");
            return thresholds.ToImmutable();
        }

        _check.RequireKnown(numbers, ContractTerms.ThresholdsOf(fact));
        foreach (var number in numbers.Properties())
        {
            if (number.Value is JValue { Value: long or double } written && written.Value<double>() is >= 0 and <= LargestThreshold and var threshold)
            {
                thresholds[number.Name] = threshold;
            }
            else
            {
                _check.Add(number.Value, $"'{OwnRuleCheck.Shown(number.Name)}' takes a number from 0 to {LargestThreshold:F0}");
            }
        }

        return thresholds.ToImmutable();
    }

    private MessageTemplate? ReadMessage(JObject json, ContractFact fact)
    {
        if (Require(json, "message", LongestMessage, "what a finding says") is not { } text)
        {
            return null;
        }

        var message = MessageTemplate.TryParse(text, ContractTerms.PlacesOf(fact), out var problem);
        if (problem is not null)
        {
            Fail(json, "message", problem);
        }

        return message;
    }

    private string? Require(JObject json, string name, int longest, string what)
    {
        if (json.Property(name, StringComparison.Ordinal) is null)
        {
            _check.Add(json, $"'{name}' is missing: {what}");
            return null;
        }

        return _check.ReadText(json, name, longest);
    }

    private string? Fail(JObject json, string property, string message)
    {
        _check.Add(json[property] ?? json, message);
        return null;
    }
}
