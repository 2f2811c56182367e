namespace LeakLens.Engine.Known.Patterns;

/// <summary>The matches of a pattern in a text, looked for one by one, as <c>finditer</c> gives them.</summary>
internal sealed class MatchCursor
{
    private readonly KnownPattern _pattern;
    private readonly string _text;
    private readonly int _end;
    private int _at;
    private bool _isBehindEmpty;

    public MatchCursor(KnownPattern pattern, string text, int start, int end)
    {
        _pattern = pattern;
        _text = text;
        _at = start;
        _end = end;
    }

    /// <summary>The next match; null at the end, and where it takes too long to find out: <paramref name="isKnown"/> tells which.</summary>
    public KnownMatch? Next(WorkMeter work, out bool isKnown)
    {
        isKnown = true;
        if (_at > _end)
        {
            return null;
        }

        var match = _pattern.FindNext(_text, _at, _end, _isBehindEmpty, work, out isKnown);
        _at = match?.End(0) ?? _end + 1;
        _isBehindEmpty = match is not null && match.Start(0) == _at;
        return match;
    }
}
