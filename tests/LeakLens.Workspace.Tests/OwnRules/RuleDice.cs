using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Tests.OwnRules;

/// <summary>Writes <c>rule.json</c> by throwing dice: mostly what may stand there, in whatever place, and at times letters are lost.</summary>
internal sealed class RuleDice(int seed)
{
    private static readonly string[] Keys = ["$schema", "id", "name", "summary", "defaultLevel", "when", "thresholds", "message", "advice", "fact", "code", ""];
    private static readonly string[] Conditions = ["fact", "in", "path", "repeated", "lifetime", "container", "shared", "certain", "released", "made", "release", "exceptions"];
    private static readonly (string Name, string Value)[] Sound = [("in", "app.handlers"), ("path", "src/**"), ("path", "*[!a].py"), ("path", "../**/a*b*c")];
    private static readonly string[] Thresholds = ["call-bytes", "each-bytes", "retained-bytes", "peak-bytes", "times", "x"];

    private static readonly string[] Words =
    [
        "growth", "peak", "resource", "app", "app.handlers", "..", "**", "/etc/**", "../../..", "[", "[!", "a*b*c*d*e*f", "per-call", "endless", "loop", "module", "list", "dict", "str",
        "builtins.open", "acme.Pool", "close", "note", "error", "{name}", "{bytes}{bytes}{name}", "{", "}}{{", "\u001b[2J", "a\nb", "\u202e", "\ud800", "", " ", "LL101", "ALL", "%n%s{0}", "![x](http://evil.example)", "<script>", "\0",
    ];

    private readonly Random _dice = new(seed);

    /// <summary>A rule that is right more often than not.</summary>
    public string Next(int number)
    {
        var fact = Pick(["growth", "peak", "resource"]);
        var rule = new JObject
        {
            ["id"] = $"DICE{number:000}",
            ["name"] = $"by-dice-{number}",
            ["summary"] = _dice.Next(12) == 0 ? Value(0) : "Dice.",
            ["when"] = When(fact),
            ["message"] = _dice.Next(8) == 0 ? Value(0) : fact is "resource" ? "{name} {made} {why}" : "{name} {bytes} {container}",
        };
        for (var more = _dice.Next(3); more > 0; more--)
        {
            rule[_dice.Next(8) == 0 ? Pick(Keys) : "advice"] = Rarely() ? Value(0) : "Do not";
        }

        if (_dice.Next(3) == 0)
        {
            rule["thresholds"] = new JObject(new JProperty(Pick(Thresholds), Rarely() ? Value(0) : new JValue(_dice.Next(2_000))));
        }

        var text = rule.ToString(Formatting.None);
        return _dice.Next(8) == 0 ? Hurt(text) : text;
    }

    private JObject When(string fact)
    {
        var when = new JObject { ["fact"] = fact };
        if (fact is "resource")
        {
            when["made"] = "builtins.open";
            when["release"] = "close";
        }

        for (var more = _dice.Next(3); more > 0; more--)
        {
            var (name, value) = Sound[_dice.Next(Sound.Length)];
            when[Rarely() ? Pick(Conditions) : name] = Rarely() ? Value(0) : new JValue(value);
        }

        return when;
    }

    private JToken Value(int depth) => _dice.Next(depth > 8 ? 5 : 8) switch
    {
        0 => new JValue(_dice.Next(2) == 0),
        1 => new JValue(_dice.NextDouble() * Math.Pow(10, _dice.Next(-5, 30))),
        2 => JValue.CreateNull(),
        5 => new JArray(Enumerable.Range(0, _dice.Next(4)).Select(_ => Value(depth + 1))),
        6 => new JObject(Enumerable.Range(0, _dice.Next(3)).Select(number => new JProperty(number + Pick(Keys), Value(depth + 1)))),
        7 => new JValue(string.Concat(Enumerable.Repeat(Pick(Words), _dice.Next(40)))),
        _ => new JValue(Pick(Words)),
    };

    /// <summary>A part is lost, or comes again.</summary>
    private string Hurt(string text)
    {
        var (start, length) = (_dice.Next(text.Length), _dice.Next(20));
        var end = Math.Min(text.Length, start + length);
        return _dice.Next(2) == 0 ? text.Remove(start, end - start) : text.Insert(start, text[start..end]);
    }

    private bool Rarely() => _dice.Next(4) == 0;

    private string Pick(string[] words) => words[_dice.Next(words.Length)];
}
