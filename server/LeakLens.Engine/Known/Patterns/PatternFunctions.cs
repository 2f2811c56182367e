using System.Numerics;
using System.Text;

namespace LeakLens.Engine.Known.Patterns;

/// <summary>The functions of <c>re</c> and the methods of patterns and matches, on known texts.</summary>
internal static class PatternFunctions
{
    private static readonly (string Name, Func<KnownPattern, KnownCall, object?> Function)[] Methods =
    [
        ("search", static (pattern, call) => Stretch(call) is not { } at ? null : pattern.FindAll(at.Text, at.Start, at.End, 1, call.Work) is not { } found ? null : found.Count > 0 ? found[0] : KnownNone.Instance),
        ("match", static (pattern, call) => MatchAt(pattern, call, isWhole: false)),
        ("fullmatch", static (pattern, call) => MatchAt(pattern, call, isWhole: true)),
        ("findall", static (pattern, call) => Stretch(call) is { } at && pattern.FindAll(at.Text, at.Start, at.End, int.MaxValue, call.Work) is { } found ? new KnownSequence(isTuple: false, [.. found.Select(Found)], room: 0) : null),
        ("finditer", static (pattern, call) => Stretch(call) is { } at && pattern.FindAll(at.Text, at.Start, at.End, int.MaxValue, call.Work) is { } found ? new KnownIterator(KnownSequence.List([.. found])) : null),
        ("split", Split),
        ("sub", static (pattern, call) => Replace(pattern, call)?.Text),
        ("subn", static (pattern, call) => Replace(pattern, call) is { } replaced ? KnownSequence.Tuple(replaced.Text, new BigInteger(replaced.Count)) : null),
    ];

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("re.compile", static call => PatternOf(call.At(0, "pattern"), call.At(1, "flags"))),
        ("re.escape", static call => call.TextAt(0) is { } text ? Escape(text) : null),
        ("re.Match.group", static call => call.Self is KnownMatch match ? Groups(match, call) : null),
        ("re.Match.__getitem__", static call => call.Self is KnownMatch match && call.Count == 1 ? Groups(match, call) : null),
        ("re.Match.groups", static call => call.Self is KnownMatch match ? KnownSequence.Tuple(AllGroups(match, call.At(0, "default"))) : null),
        ("re.Match.groupdict", static call => call.Self is KnownMatch match ? GroupDict(match, call.At(0, "default")) : null),
        ("re.Match.start", static call => Place(call, static (match, group) => new BigInteger(match.Start(group)))),
        ("re.Match.end", static call => Place(call, static (match, group) => new BigInteger(match.End(group)))),
        ("re.Match.span", static call => Place(call, static (match, group) => KnownSequence.Tuple(new BigInteger(match.Start(group)), new BigInteger(match.End(group))))),
        ("re.Match.lastindex", static call => LastGroup(call, static (_, number) => new BigInteger(number))),
        ("re.Match.lastgroup", static call => LastGroup(call, static (match, number) => match.Pattern.Names.FirstOrDefault(name => name.Value == number).Key)),
        ("re.Match.expand", static call => call.Self is KnownMatch match && call.TextAt(0) is { } template ? match.Expand(template) : null),
        .. Methods.Select(static method => ("re.Pattern." + method.Name, OfPattern(method.Function))),
        .. Methods.Select(static method => ("re." + method.Name, OfModule(method.Name, method.Function))),
    ];

    private static KnownFunction OfPattern(Func<KnownPattern, KnownCall, object?> function) => call => call.Self is KnownPattern pattern ? function(pattern, call) : null;

    /// <summary>The pattern stands before the other arguments, the flags behind them.</summary>
    private static KnownFunction OfModule(string name, Func<KnownPattern, KnownCall, object?> function)
    {
        var places = name switch
        {
            "sub" or "subn" => 3,
            "split" => 2,
            _ => 1,
        };
        return call => PatternOf(call.At(0, "pattern"), call.At(places + 1, "flags")) is { } pattern && call.Positional.Count > 0
            ? function(pattern, new KnownCall(pattern, [.. call.Positional.Skip(1).Take(places)], [.. call.Named.Where(static named => named.Name is not "flags")], call.Work))
            : null;
    }

    private static KnownPattern? PatternOf(object? pattern, object? flags) => pattern switch
    {
        KnownPattern compiled => compiled,
        string text when flags is null => KnownPattern.Of(text, PatternFlags.None),
        string text when KnownCall.ToSmall(flags) is { } number => KnownPattern.Of(text, (PatternFlags)number),
        _ => null,
    };

    private static (string Text, int Start, int End)? Stretch(KnownCall call)
    {
        if (call.TextAt(0, "string") is not { } text || !Points.AreUnits(text) || Slicing.Stretch(call.At(1, "pos"), call.At(2, "endpos"), text.Length) is not { } stretch)
        {
            return null;
        }

        return KnownCall.ToInt(call.At(1, "pos")) is { Sign: < 0 } ? null : (text, Math.Min(stretch.Start, text.Length), stretch.End);
    }

    private static object? MatchAt(KnownPattern pattern, KnownCall call, bool isWhole)
    {
        if (Stretch(call) is not { } at)
        {
            return null;
        }

        var match = pattern.MatchAt(at.Text, at.Start, at.End, isWhole, call.Work, out var isKnown);
        return !isKnown ? null : match is null ? KnownNone.Instance : match;
    }

    /// <summary>The match, its only group, or a tuple of its groups.</summary>
    private static object Found(KnownMatch match) => match.Pattern.Groups switch
    {
        0 => match.Group(0),
        1 => OrEmpty(match.Group(1)),
        var count => KnownSequence.Tuple([.. Enumerable.Range(1, count).Select(group => OrEmpty(match.Group(group)))]),
    };

    private static object OrEmpty(object group) => group is KnownNone ? string.Empty : group;

    private static object? Split(KnownPattern pattern, KnownCall call)
    {
        if (call.TextAt(0, "string") is not { } text || !Points.AreUnits(text) || call.SmallAt(1, 0, "maxsplit") is not { } most
            || pattern.FindAll(text, 0, text.Length, most <= 0 ? int.MaxValue : most, call.Work) is not { } found)
        {
            return null;
        }

        var pieces = new List<object>();
        var from = 0;
        foreach (var match in found)
        {
            pieces.Add(text[from..match.Start(0)]);
            for (var group = 1; group <= pattern.Groups; group++)
            {
                pieces.Add(match.Group(group));
            }

            from = match.End(0);
        }

        pieces.Add(text[from..]);
        return new KnownSequence(isTuple: false, pieces, room: 0);
    }

    private static (string Text, int Count)? Replace(KnownPattern pattern, KnownCall call)
    {
        if (call.TextAt(0, "repl") is not { } template || call.TextAt(1, "string") is not { } text || !Points.AreUnits(text) || call.SmallAt(2, 0, "count") is not { } most
            || pattern.FindAll(text, 0, text.Length, most <= 0 ? int.MaxValue : most, call.Work) is not { } found)
        {
            return null;
        }

        var into = new StringBuilder();
        var from = 0;
        foreach (var match in found)
        {
            if (match.Expand(template) is not { } part || into.Length > KnownLimits.LongestText)
            {
                return null;
            }

            into.Append(text, from, match.Start(0) - from).Append(part);
            from = match.End(0);
        }

        into.Append(text, from, text.Length - from);
        return into.Length > KnownLimits.LongestText ? null : (found.Count == 0 ? text : into.ToString(), found.Count);
    }

    private static object? Groups(KnownMatch match, KnownCall call)
    {
        if (call.Positional.Count == 0)
        {
            return match.Group(0);
        }

        var groups = new object[call.Positional.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            if (match.NumberOf(call.Positional[i]) is not { } group)
            {
                return new KnownError("IndexError", "no such group");
            }

            groups[i] = match.Group(group);
        }

        return groups is [var only] ? only : KnownSequence.Tuple(groups);
    }

    private static object[] AllGroups(KnownMatch match, object? standard) =>
        [.. Enumerable.Range(1, match.Pattern.Groups).Select(group => match.Group(group) is KnownNone ? standard ?? KnownNone.Instance : match.Group(group))];

    private static KnownDict GroupDict(KnownMatch match, object? standard) =>
        new([.. match.Pattern.Names.OrderBy(static name => name.Value).Select(name => ((object)name.Key, match.Group(name.Value) is KnownNone ? standard ?? KnownNone.Instance : match.Group(name.Value)))]);

    private static object? LastGroup(KnownCall call, Func<KnownMatch, int, object?> tell) => call.Self is not KnownMatch { LastGroup: { } last } match ? null
        : (last == 0 ? null : tell(match, last)) ?? KnownNone.Instance;

    private static object? Place(KnownCall call, Func<KnownMatch, int, object> place) =>
        call.Self is KnownMatch match && match.NumberOf(call.At(0) ?? BigInteger.Zero) is { } group ? place(match, group) : null;

    private static string Escape(string text)
    {
        var into = new StringBuilder();
        foreach (var unit in text)
        {
            into.Append("()[]{}?*+-|^$\\.&~# \t\n\r\v\f".Contains(unit, StringComparison.Ordinal) ? "\\" : string.Empty).Append(unit);
        }

        return into.ToString();
    }
}
